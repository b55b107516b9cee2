/** One way to check a session. */
export interface Contender {
  readonly name: string
  /** Others than these three are shown beside them, but no target is measured by them. */
  readonly role: "floor" | "ours" | "peer" | "other"
  /** Makes one check ready, so that the check alone is timed. It answers whose session it is. */
  readonly prepare: (session: number) => () => Promise<string | null | undefined>
}

/** What one library, or the bare driver, enters at each layer. */
export interface Team {
  /** From a session's secret to the session and its person. */
  readonly check: readonly Contender[]
  /** From a request's headers to the person behind it: what each page pays. */
  readonly gate: readonly Contender[]
  readonly close: () => Promise<void>
}
