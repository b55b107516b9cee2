/** One way to check a session. */
export interface Contender {
  readonly name: string
  /** "other" is shown beside the rest, but no target is measured by it. "kept" is ours too, from memory. */
  readonly role: "floor" | "ours" | "peer" | "other" | "kept" | "jwt"
  /** Only the first so many sessions are prepared for it. Left out: every session. */
  readonly sample?: number
  /** Makes one check ready, so that only the check is timed. It answers whose session it is. */
  readonly prepare: (session: number) => Check
}

export type Check = () => Promise<string | null | undefined>

/** What one library enters at each layer. */
export interface Team {
  /** From a session's secret to the session and its person. */
  readonly checks: readonly Contender[]
  /** From a request's headers to the person behind it: what every page pays. */
  readonly gates: readonly Contender[]
  readonly close: () => Promise<void>
}
