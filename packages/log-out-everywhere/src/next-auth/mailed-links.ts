import { issue } from "../core/lifecycle.ts"
import type { Secret } from "../core/secret.ts"
import type { BaseAdapter } from "./base-adapter.ts"
import { currentCrossing, noteOutage } from "./crossing.ts"
import type { Tokens } from "./tokens.ts"

type Links = Pick<BaseAdapter, "createVerificationToken" | "useVerificationToken">

/**
 * Mailed links to log in by. One for an address that has an account is a token of its owner, and so ends when
 * they log out everywhere; the app's own adapter keeps those of strangers.
 */
export function mailedLinks(loe: Tokens, base: BaseAdapter): Links {
  const { createVerificationToken, useVerificationToken: consume, getUserByEmail } = base
  if (!createVerificationToken || !consume || !getUserByEmail) return {}
  return {
    async createVerificationToken(link) {
      const { identifier, token, expires } = link
      const user = await getUserByEmail(identifier)
      if (!user) return createVerificationToken(link)
      await issueLink(loe, String(user.id), boundTo(identifier, token), expires)
      return link
    },

    async useVerificationToken({ identifier, token }) {
      const secret = boundTo(identifier, token)
      const found = await noteOutage(() => loe.resume("magic_link", secret, { touch: false }))
      if (!found.ok && found.failure === "unknown") return consume({ identifier, token })
      if (!found.ok) return null
      const { token: link, now } = found.value
      const used = { purpose: "magic_link", reason: "used" } as const
      // Of two that use one link at once, one ends it.
      const isUsed = await noteOutage(() => loe.revoke(link.userId, link.id, used))
      // As the clock of this machine has it, by which NextAuth judges.
      const expires = new Date(Date.now() + (+link.expiresAt - +now))
      return isUsed ? { identifier, token, expires } : null
    },
  }
}

/** Two people may be given one code, if it is short. */
const boundTo = (email: string, token: string) => `${token} ${email}` as Secret

/** Issues none to a person who is disabled. NextAuth has chosen the secret, and the deadline by this machine's clock. */
async function issueLink(
  { store, policy, mark: takeMark }: Tokens,
  userId: string,
  secret: Secret,
  expires: Date,
): Promise<void> {
  const mark = currentCrossing()?.mark ?? (await takeMark())
  await store.transact(async (tokens) => {
    const found = await tokens.findOwner(userId)
    if (!found) return
    const { owner, now } = found
    const method = "magic_link"
    const proof = { userId, epoch: owner.epoch, role: owner.role, method, mark }
    const device = { address: null, userAgent: null }
    const notAfter = new Date(+now + (+expires - Date.now()))
    const request = { purpose: method, proof, device, isRemembered: false, notAfter } as const
    await issue(tokens, policy, request, now, secret)
  })
}
