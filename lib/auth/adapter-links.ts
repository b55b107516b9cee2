import { hashSecret, issue, type Proof, type SessionToken } from "log-out-everywhere"
import { parseEmail } from "@/lib/names/email"
import { byClockOfDatabase } from "./adapter-clock"
import type { AdapterParts, SessionAdapter } from "./adapter-parts"
import { noteProof } from "./log-in-context"

type Parts = Pick<AdapterParts, "stores" | "transact" | "links" | "policy" | "isSignUpOpen">

/** Mailed log-in links and codes, the part of the adapter that Auth.js calls verification tokens. */
export function mailedTokens({
  stores,
  transact,
  links,
  policy,
  isSignUpOpen,
}: Parts): Pick<SessionAdapter, "createVerificationToken" | "useVerificationToken"> {
  return {
    async createVerificationToken({ identifier, token, expires }) {
      const email = parseEmail(identifier)
      if (email === null) return { identifier, token, expires }
      const owner = await stores().users.findCredential({ email })
      const deadline = await byClockOfDatabase(transact, expires)
      const secret = boundTo(email, token)
      if (owner) {
        const kept = await issueLink({ transact, policy }, proofOf(owner), secret, deadline)
        return { identifier, token, expires: kept ?? expires }
      }
      if (isSignUpOpen()) await links().insertSignUp(email, hashSecret(secret), deadline)
      return { identifier, token, expires }
    },

    async useVerificationToken({ identifier, token }) {
      const email = parseEmail(identifier)
      // What the app mails by itself is not bound to an address. It comes first, since it is all that the app uses.
      const used =
        email &&
        ((await links().consume(email, hashSecret(token))) ??
          (await links().consume(email, hashSecret(boundTo(email, token)))))
      if (!used) return null
      if (used.owner) noteProof({ ...used.owner, method: "magic_link" })
      return { identifier, token, expires: used.expiresAt }
    },
  }
}

/** Two people may be given one code, if it is short. */
const boundTo = (email: string, token: string) => `${token} ${email}`

/** When it ends. A disabled owner's link is never made: null. */
async function issueLink(
  { transact, policy }: Pick<AdapterParts, "transact" | "policy">,
  owner: Omit<Proof, "method">,
  token: string,
  notAfter: Date,
) {
  const request = {
    purpose: "magic_link",
    proof: { ...owner, method: "magic_link" },
    notAfter,
    device: { address: null, userAgent: null },
    isRemembered: false,
  } as const
  const issued = await transact(({ tokens }, now) =>
    issue(tokens, policy, request, now, token as SessionToken),
  )
  return issued.ok ? issued.value.token.expiresAt : null
}

export const proofOf = ({ userId, epoch, role }: Omit<Proof, "method">) => ({ userId, epoch, role })
