import type { ShownSession } from "./shown-session.ts"
import { type Clock, dateOf, exactOf } from "./times.ts"
import type { SessionListWords } from "./words.ts"

/** What tells the buttons of a row from those of every other. */
export interface RowName {
  readonly device: string
  readonly started: string
}

/**
 * A name for each session that no other has: by the day on which it began, where that is not enough by the minute,
 * and then by its place among its equals.
 */
export function namesOf(
  sessions: readonly ShownSession[],
  words: SessionListWords,
  clock: Clock,
): ReadonlyMap<string, RowName> {
  let rows = sessions.map((session) => ({
    session,
    device: session.browserName || session.title || words.unknownDevice,
    started: dateOf(session.issuedAt, clock),
  }))
  const equalsOf = (row: RowName) =>
    rows.filter(({ device, started }) => device === row.device && started === row.started)

  rows = rows.map((row) =>
    equalsOf(row).length === 1 ? row : { ...row, started: exactOf(row.session.issuedAt, clock) },
  )
  rows = rows.map((row) => {
    const index = equalsOf(row).indexOf(row)
    return index === 0 ? row : { ...row, started: `${row.started} (${index + 1})` }
  })
  return new Map(rows.map(({ session, device, started }) => [session.id, { device, started }]))
}
