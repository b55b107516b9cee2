/** A try to prove who one is with a password. */
export interface Attempt {
  /** Normalised. It need not be anybody's. */
  readonly email: string
  readonly address: string | null
  /** This browser has logged in as this person before, so a stranger's failures do not count against it. */
  readonly isKnownDevice: boolean
}

/** Slows down guessing, across every process (ASVS 6.1.1, NIST SP 800-63B-4 3.2.2). */
export interface Throttle {
  /**
   * Counts the attempt before it is made, so that a burst cannot run ahead of the count.
   *
   * Answers in how many milliseconds another attempt is allowed; 0 means: go on.
   */
  begin(attempt: Attempt): Promise<number>
  /** The attempt was right: takes its count back, and ends the row of failures. */
  succeed(attempt: Attempt): Promise<void>
  /** Forgets every failure for this account, for a person whom it locked out. */
  clear(email: string): Promise<void>
}
