/** How much may be under way at the same time, and how much may wait for its turn behind it. */
export interface Share {
  readonly atOnce: number
  readonly waiting: number
}

/**
 * What a process does at the same time. An act holds a connection of the pool, which has ten, and would wait
 * in it for other acts of the same person, which lock the same rows: one after the other they take as long,
 * and leave the pool to everybody else. Reads are short.
 *
 * A person with many tabs, and a browser with its six connections, wait at most a moment for a turn. A
 * network may be an office. A client that reads an answer slowly loses its turn after a while.
 */
export const shares = {
  person: { act: { atOnce: 1, waiting: 28 }, read: { atOnce: 12, waiting: 240 } },
  network: { act: { atOnce: 12, waiting: 240 }, read: { atOnce: 36, waiting: 720 } },
  everyone: { act: { atOnce: 18, waiting: 360 }, read: { atOnce: 48, waiting: 960 } },
  maxTurnMs: 10_000,
  /**
   * After so long the one who asks for too much hears so. Such a client asks again as soon as it is
   * answered, and all that it asks is read by the thread that serves everybody else: at different times,
   * so that what it asks next does not come all at once.
   */
  busyAfterMs: { least: 500, max: 1_500 },
  /** Acts of one person in a quarter of an hour: each may leave a row. */
  acts: { max: 1_000, windowS: 15 * 60 },
} as const
