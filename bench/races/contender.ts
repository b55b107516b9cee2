/** One person, who changes a password while somebody logs in with the old one. Both are done once. */
export interface RacingPerson {
  /**
   * Logs in with the old password. `proved` is awaited once the library has found the password right, and before it
   * makes the session. Answers the session's secret, or null for a person who did not get in.
   */
  readonly logIn: (proved: () => Promise<void>) => Promise<string | null>
  /** Replaces the password and ends every session, as the library does it. */
  readonly change: () => Promise<unknown>
  readonly isAlive: (secret: string) => Promise<boolean>
  readonly remove: () => Promise<unknown>
}

/** What one library enters. */
export interface RaceTeam {
  readonly name: string
  readonly role: "ours" | "peer"
  readonly prepare: () => Promise<RacingPerson>
  readonly close: () => Promise<void>
}
