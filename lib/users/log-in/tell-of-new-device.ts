import type { Token, TokenPolicy } from "log-out-everywhere"
import { issueLink } from "@/lib/users/mailed-link"
import { deviceFacts } from "@/lib/users/ports/outbox"
import type { Stores } from "@/lib/users/ports/stores"

/**
 * Mails a person that somebody logged in as them on a device not seen before, with the link "This was
 * not me" (ASVS 6.3.5). The very first log-in of an account is not news.
 *
 * Part of the transaction of the log-in, before its audit entry.
 */
export async function tellOfNewDevice(
  stores: Stores,
  policy: TokenPolicy,
  session: Token,
  device: string,
  now: Date,
): Promise<void> {
  const { users, audit, outbox } = stores
  const { id: tokenId, userId } = session
  if (!(await audit.hasHappened("log_in", userId))) return
  const [person, owner] = [await users.find(userId), await users.findCredential({ userId })]
  if (!person || !owner) return

  const request = { purpose: "report", data: { tokenId } } as const
  const { secret } = await issueLink(stores, policy, owner, request, now)
  const facts = deviceFacts(device, session.device.address, now)
  await outbox.add({ kind: "new_device", to: person.email, secret, facts })
}
