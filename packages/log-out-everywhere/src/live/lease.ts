import type { Heard, RevocationBus } from "./bus.ts"

/** Two clocks, in milliseconds. Each shows what the other may hide: a suspended machine stops the first. */
export interface Clocks {
  /** Never goes back. */
  readonly monotonic: () => number
  readonly wall: () => number
}

export const systemClocks: Clocks = { monotonic: () => performance.now(), wall: Date.now }

/** What `takeLease` may be told. */
export interface LeaseOptions {
  /** How long a beat vouches for the bus, of which it sends four in that time. Left out: two seconds. */
  readonly lengthMs?: number
  readonly clocks?: Clocks
}

/**
 * The time for which a process may take it that it has heard of every end.
 *
 * It sends beats, by the way by which acts commit, and hears them where it hears announcements, in the order of
 * the commits. A beat that it hears says: all that was committed before it was sent has been heard. So a lease
 * counts from before the sending, and while it holds no end that is older than its length is unheard of.
 */
export interface Lease {
  readonly lengthMs: number
  readonly clocks: Clocks
  /**
   * Over once either clock has moved by the length since the beat was sent, or the wall's went back. Takes what the
   * monotonic clock has just shown, if the caller has read it.
   */
  holds(monotonic?: number): boolean
  /**
   * Resolves once this process has heard all that was committed before the call. If that cannot be soon, it
   * gives the lease up. Never rejects.
   */
  settle(): Promise<void>
  /** Calls `forget` whenever a lease begins or is given up: what was known before is worth nothing. */
  onBreak(forget: () => void): void
  /** Gives it up for good, and sends no more beats. */
  close(): void
}

/** Takes leases on a bus, one after the other, for as long as the bus can be heard. */
export function takeLease(
  bus: RevocationBus,
  { lengthMs = 2_000, clocks = systemClocks }: LeaseOptions = {},
): Lease {
  const read = () => ({ monotonic: clocks.monotonic(), wall: clocks.wall() })
  const name = crypto.randomUUID()
  const breaks = new Set<() => void>()
  const sent = new Map<number, ReturnType<typeof read>>()
  const waiting = new Map<number, () => void>()
  let beats = 0
  let underWay = 0
  /** Beats up to this one were sent before the lease was given up. */
  let givenUp = 0
  let since: ReturnType<typeof read> | undefined
  let latestWall = clocks.wall()
  let isClosed = false

  function breakOff() {
    since = undefined
    for (const forget of breaks) forget()
  }

  function giveUp() {
    givenUp = beats
    breakOff()
  }

  function holds(monotonic = clocks.monotonic()): boolean {
    const wall = clocks.wall()
    if (wall < latestWall) giveUp()
    latestWall = wall
    if (!since) return false
    return monotonic - since.monotonic < lengthMs && wall - since.wall < lengthMs
  }

  async function beat() {
    const number = ++beats
    sent.set(number, read())
    underWay++
    try {
      await bus.announce({ kind: "beat", from: `${name} ${number}` })
    } catch {
      // The database is away, as those who ask it will tell.
      sent.delete(number)
    } finally {
      underWay--
    }
  }

  function beatRegularly() {
    // Looks at the clocks, however few ask.
    holds()
    const monotonic = clocks.monotonic()
    for (const [number, at] of sent) if (monotonic - at.monotonic > lengthMs) sent.delete(number)
    // A database that hangs is not asked more and more.
    if (underWay < 4) void beat()
  }

  function hear(heard: Heard) {
    if (heard.kind === "missed") return beatRegularly()
    if (heard.kind !== "beat") return
    const [from, text] = heard.from.split(" ")
    if (from !== name) return
    const number = Number(text)
    const at = sent.get(number)
    for (const each of sent.keys()) if (each <= number) sent.delete(each)
    if (at && number > givenUp) {
      if (!holds()) breakOff()
      since = at
    }
    for (const [each, done] of waiting) if (each <= number) done()
  }

  const stop = bus.listen(hear)
  const timer = setInterval(beatRegularly, lengthMs / 4)
  // Keeps no process that is through.
  timer.unref()

  return {
    lengthMs,
    clocks,
    holds,

    async settle() {
      if (isClosed) return
      if (!holds()) return giveUp()
      // The beat is numbered before it is sent.
      const number = beats + 1
      const isHeard = new Promise<boolean>((resolve) => {
        const late = setTimeout(() => resolve(false), lengthMs / 4)
        waiting.set(number, () => {
          clearTimeout(late)
          resolve(true)
        })
      })
      void beat()
      if (!(await isHeard)) giveUp()
      waiting.delete(number)
    },

    onBreak: (forget) => void breaks.add(forget),

    close() {
      isClosed = true
      clearInterval(timer)
      stop()
      giveUp()
    },
  }
}
