import type { Proof, TokenHash } from "log-out-everywhere"

/** A mailed log-in link that was just used up. */
export interface UsedLink {
  readonly email: string
  readonly usedAt: Date
  /** Whom it belonged to, with the epoch as it stood when the link was used; null for a sign-up link. */
  readonly owner: Omit<Proof, "method"> | null
}

/** The mailed links by which people log in and strangers sign up. */
export interface VerificationLinks {
  /** Keeps a link of somebody who has no account. Answers false where somebody may still take the address back. */
  insertSignUp(email: string, hash: TokenHash, expiresAt: Date): Promise<boolean>
  /** The address that a live sign-up link was mailed to. */
  findSignUp(hash: TokenHash): Promise<string | null>
  /** Uses up a live link. Of two uses at the same time one wins. */
  consume(email: string, hash: TokenHash): Promise<UsedLink | null>
}
