import {
  hashSecret,
  issue,
  newSecret,
  type Secret,
  type TokenHash,
  type TokenPolicy,
} from "log-out-everywhere"
import { parseEmail } from "@/lib/names/email"
import { replaceLinks } from "@/lib/users/mailed-link"
import type { TransactStores } from "@/lib/users/ports/stores"

/**
 * Mails a link that logs in, where the address is somebody's. Answers the same for everybody.
 *
 * `verificationToken` turns the mailed secret into what the log-in will look for; `insertSignUp` is there
 * where strangers are admitted, and answers false for an address that no stranger may take.
 */
export async function requestMagicLink(
  transact: TransactStores,
  policy: TokenPolicy,
  verificationToken: (secret: string) => string,
  email: string,
  insertSignUp: ((email: string, hash: TokenHash, expiresAt: Date) => Promise<boolean>) | null,
): Promise<void> {
  const to = parseEmail(email)
  if (to === null) return
  const secret = newSecret()
  const stored = verificationToken(secret) as Secret
  await transact(async (stores, now) => {
    const { users, tokens, outbox } = stores
    const person = await users.findByEmail(to)
    if (!person && insertSignUp) {
      const { maximumLifetimeMs } = policy.lifetimes.magic_link.standard
      const expiresAt = new Date(+now + maximumLifetimeMs)
      if (!(await insertSignUp(to, hashSecret(stored), expiresAt))) return
      await outbox.add({
        kind: "magic_link",
        to,
        secret,
        facts: { expiresAt: expiresAt.toISOString() },
      })
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
