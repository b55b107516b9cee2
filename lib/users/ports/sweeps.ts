import type { EndedToken, RevocationCount } from "log-out-everywhere"
import type { TokenQuery } from "@/lib/names/token-filter"

/** An act on all that a filter found: frozen when it is previewed, and done little by little once it is confirmed. */
export interface Sweep {
  readonly id: string
  /** The administrator; null where an operator does it at the machine itself. */
  readonly byId: string | null
  readonly operator: string | null
  /** The session in which it was previewed. */
  readonly sparedId: string | null
  readonly address: string | null
  /** The filter, as it was written. */
  readonly query: TokenQuery
  readonly found: number
  readonly summary: SweepSummary
  /** What the people concerned are told. */
  readonly reason: string | null
  readonly isMailed: boolean
  readonly madeAt: Date
  readonly confirmedAt: Date | null
  readonly pausedAt: Date | null
  readonly finishedAt: Date | null
  /** How many of what was found have had their turn, and how many of those were live still. */
  readonly done: number
  readonly ended: number
  /** How many people were mailed, and up to which. */
  readonly told: number
  readonly toldTo: string | null
}

/** What was found, counted once. */
export interface SweepSummary {
  readonly purposes: RevocationCount
  readonly people: number
  /** Those with the most of it. */
  readonly most: readonly FoundPerson[]
  /** Administrators among them, but the one who asks. */
  readonly administrators: readonly FoundPerson[]
}

export interface FoundPerson {
  readonly userId: string
  readonly tokens: number
}

/** Frozen is what was found, in the order in which it is ended. Lock before everything else. */
export interface SweepStore {
  find(id: string): Promise<Sweep | null>
  /** Locks it until the transaction ends. */
  lock(id: string): Promise<Sweep | null>
  /** From here on it is worked on. */
  confirm(id: string, reason: string, isMailed: boolean): Promise<void>
  setPaused(id: string, isPaused: boolean): Promise<void>
  /** Forgets one that was not confirmed, with all that it has found. */
  discard(id: string): Promise<void>
  /** The tokens at the next places. */
  next(sweep: Sweep, size: number): Promise<readonly string[]>
  /** Notes that so many places have had their turn, and whose tokens ended. */
  advance(sweep: Sweep, places: number, ended: readonly EndedToken[]): Promise<void>
  /** People whose tokens it ended, after the one who was told last. */
  untold(sweep: Sweep, size: number): Promise<readonly { userId: string; email: string }[]>
  noteTold(sweep: Sweep, people: readonly { readonly userId: string }[]): Promise<void>
  finish(id: string): Promise<void>
  /** Those that are confirmed, and neither paused nor done. */
  waiting(): Promise<readonly string[]>
}
