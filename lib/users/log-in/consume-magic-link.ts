import { fail, ok, type Proof, type Result, type TokenHash } from "log-out-everywhere"
import { parseEmail } from "@/lib/names/email"
import type { TransactStores } from "@/lib/users/ports/stores"
import { signUpUser } from "./sign-up-user"

/** A mailed log-in link that was just used up. */
export interface UsedLink {
  readonly email: string
  readonly usedAt: Date
  /** Whom it belonged to, with the epoch as it stood when the link was used; null for a sign-up link. */
  readonly owner: Omit<Proof, "method"> | null
}

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
  transact: TransactStores,
  consume: (email: string, hash: TokenHash) => Promise<UsedLink | null>,
  { email: given, hash, address }: OpenedLink,
  isSignUpOpen: boolean,
): Promise<Result<Proof, "link_ended" | "no_account">> {
  const email = parseEmail(given)
  const used = email && (await consume(email, hash))
  if (!used) return fail("link_ended")
  const { owner, usedAt: emailVerifiedAt } = used
  const method = "magic_link"
  if (!owner) {
    if (!isSignUpOpen) return fail("no_account")
    const stranger = { email, name: null, image: null, emailVerifiedAt }
    const signedUp = await signUpUser(transact, stranger, { method, address })
    if (!signedUp.ok) return fail("link_ended")
    const { id: userId, epoch, role } = signedUp.value
    return ok({ userId, epoch, role, method })
  }
  return transact(async ({ users }) => {
    // An address that they have given up meanwhile is not the one that they proved.
    const person = await users.lock(owner.userId)
    if (person?.email !== email) return fail("link_ended")
    await users.update(owner.userId, { emailVerifiedAt })
    return ok({ ...owner, method })
  })
}
