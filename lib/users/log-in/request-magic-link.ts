import { hashSecret, issue, newSecret, type Secret } from "log-out-everywhere"
import { parseEmail } from "@/lib/names/email"
import { replaceLinks } from "@/lib/users/mailed-link"
import type { Parts } from "@/lib/users/ports/parts"

export interface MagicLinkRequest {
  readonly email: string
  /** Turns the mailed secret into what the log-in will look for. */
  readonly verificationToken: (secret: string) => string
}

/** Mails a link that logs in, if the address is somebody's or may be a stranger's. Answers the same for everybody. */
export async function requestMagicLink(
  parts: Pick<Parts, "transact" | "policy" | "verificationLinks" | "isSignUpOpen">,
  { email, verificationToken }: MagicLinkRequest,
): Promise<void> {
  const to = parseEmail(email)
  if (to === null) return
  const secret = newSecret()
  const stored = verificationToken(secret) as Secret
  const { transact, policy, verificationLinks } = parts
  await transact(async (stores, now) => {
    const { users, tokens, outbox } = stores
    const person = await users.findByEmail(to)
    if (!person && parts.isSignUpOpen()) {
      const { maximumLifetimeMs } = policy.lifetimes.magic_link.standard
      const expiresAt = new Date(+now + maximumLifetimeMs)
      if (!(await verificationLinks.insertSignUp(to, hashSecret(stored), expiresAt))) return
      const facts = { expiresAt: expiresAt.toISOString() }
      await outbox.add({ kind: "magic_link", to, secret, facts })
    }
    const owner = person && (await users.lock(person.id))
    // The owner may have given the address up between the request and the lock.
    if (!owner || owner.isDisabled || owner.email !== to) return

    await replaceLinks(stores, owner.id, "magic_link", now)
    const { userId, epoch, role } = owner
    const proof = { userId, epoch, role, method: "magic_link" }
    const device = { address: null, userAgent: null }
    const request = { purpose: "magic_link", proof, device, isRemembered: false } as const
    const issued = await issue(tokens, policy, request, now, stored)
    if (!issued.ok) return
    const facts = { expiresAt: issued.value.token.expiresAt.toISOString() }
    await outbox.add({ kind: "magic_link", to: owner.email, secret, facts })
  })
}
