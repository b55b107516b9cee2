import { fail, ok, type Proof, type Result, type TokenHash } from "log-out-everywhere"
import { parseEmail } from "@/lib/names/email"
import type { Parts } from "@/lib/users/ports/parts"
import { signUpUser } from "./sign-up-user"

interface OpenedLink {
  readonly email: string
  readonly hash: TokenHash
  readonly address: string | null
}

/**
 * Uses up a log-in link and returns whom it lets in: its owner, or the person whom a sign-up link makes.
 *
 * A person who reads the mailbox has shown that the address is theirs. `no_account`: strangers are not admitted any more.
 */
export async function consumeMagicLink(
  parts: Pick<Parts, "transact" | "verificationLinks" | "isSignUpOpen">,
  { email: given, hash, address }: OpenedLink,
): Promise<Result<Proof, "link_ended" | "no_account">> {
  const email = parseEmail(given)
  const used = email && (await parts.verificationLinks.consume(email, hash))
  if (!used) return fail("link_ended")
  const { owner, usedAt: emailVerifiedAt } = used
  const method = "magic_link"
  if (!owner) {
    if (!parts.isSignUpOpen()) return fail("no_account")
    const stranger = { email, name: null, image: null, emailVerifiedAt }
    const signedUp = await signUpUser(parts, stranger, { method, address })
    if (!signedUp.ok) return fail("link_ended")
    const { id: userId, epoch, role } = signedUp.value
    return ok({ userId, epoch, role, method })
  }
  return parts.transact(async ({ users }) => {
    // An address that they have given up meanwhile is not the one that they proved.
    const person = await users.lock(owner.userId)
    if (person?.email !== email) return fail("link_ended")
    await users.update(owner.userId, { emailVerifiedAt })
    return ok({ ...owner, method })
  })
}
