/** What the app has written to its outbox, with the secrets that only the reader of the mail gets. */
import { mailList } from "@/lib/db/mail-list"
import { openMail } from "@/lib/db/mail-row"
import type { Seal } from "@/lib/db/seal"
import type { Mail, MailKind } from "@/lib/users/outbox"
import { testSeal, type World } from "./test-people"

/** The mails to this address, the oldest first. */
export async function mailsTo(
  { connection }: Pick<World, "connection">,
  address: string,
  seal: Seal = testSeal(),
): Promise<readonly Mail[]> {
  const written = (await mailList(connection).latest(1_000)).filter(({ to }) => to === address)
  const opened = await Promise.all(written.toReversed().map((mail) => openMail(mail, seal)))
  return opened.map((mail) => {
    if (!mail.ok) throw new Error(`A mail to ${address} cannot be opened.`)
    return mail.value
  })
}

/** The secret in the latest mail of this kind. */
export async function linkIn(
  world: Pick<World, "connection">,
  address: string,
  kind: MailKind,
  seal?: Seal,
): Promise<string> {
  const mail = (await mailsTo(world, address, seal)).findLast((each) => each.kind === kind)
  if (!mail?.secret) throw new Error(`No mail of the kind ${kind} went to ${address}.`)
  return mail.secret
}
