/** What people do to end sessions. */
export const actNames = [
  "log out everywhere",
  "log out the other devices",
  "change the password",
] as const
export type ActName = (typeof actNames)[number]

/** A person with sessions, in one of which they act. Each act can be done once. */
export interface ActingPerson {
  readonly acts: Readonly<Record<ActName, () => Promise<unknown>>>
  /** How many of the sessions that were there still open something. */
  readonly countLive: () => Promise<number>
  readonly remove: () => Promise<unknown>
}

/** What one library enters. */
export interface ActTeam {
  readonly name: string
  /** "other" is shown beside the rest, but no target is measured by it. */
  readonly role: "ours" | "peer" | "other"
  /** Makes a person with so many live sessions, which is not timed. */
  readonly prepare: (sessions: number) => Promise<ActingPerson>
  readonly close: () => Promise<void>
}

export const oldPassword = "lantern harbor demo"
export const newPassword = "harbor lantern demo"
