/** Where a password is tried. Failures count at their own door, so that they close no other. */
export type Door =
  | { readonly kind: "stranger" }
  /** A browser in which this person is known, by the id of its token. */
  | { readonly kind: "browser"; readonly id: string }
  /** A session that asks for proof, by the id of its token. */
  | { readonly kind: "session"; readonly id: string }

/** A try to prove with a password who one is. */
export interface Attempt {
  /** Normalised. It need not be anybody's. */
  readonly email: string
  readonly address: string | null
  readonly door: Door
}

/** Why an attempt may not be made now. */
export interface Stop {
  readonly waitMs: number
  /** The name of the count that is full. Refusals at one count are told of together. */
  readonly count: string
}

/** Slows down guessing, across every process (ASVS 6.1.1, NIST SP 800-63B-4 3.2.2). */
export interface Throttle {
  /**
   * Counts the attempt before it is made, so that a burst cannot run ahead of the count. Null lets it go on.
   *
   * A browser whose own door is closed is a stranger from then on; a session's door opens no more, and a
   * new session has its own. A streak of failures is forgotten once it has been left alone for long.
   */
  begin(attempt: Attempt): Promise<Stop | null>
  /** The attempt was right: takes its count back, and ends the streak of failures. */
  succeed(attempt: Attempt): Promise<void>
  /** Forgets every failure for this account: its owner has proved the mailbox, or an administrator vouches. */
  clear(email: string): Promise<void>
}
