import type { Check, Contender } from "./contender"
import { emailOf, randomNumbers } from "./sessions"

export interface Effort {
  readonly sessions: number
  /** Every contender runs once a round, so that what disturbs the machine disturbs them alike. */
  readonly rounds: number
  readonly checksPerRound: number
}

export interface Timing {
  readonly medianMs: number
  readonly p99Ms: number
}

/** Times one check after another, of sessions drawn at random. */
export async function measureLatency(
  contenders: readonly Contender[],
  effort: Effort,
): Promise<Map<Contender, Timing>> {
  const times = await inRounds(contenders, effort, async (checks) => {
    const batch: number[] = []
    for (const check of checks) {
      const startedAt = performance.now()
      await check()
      batch.push(performance.now() - startedAt)
    }
    return batch
  })
  return mapValues(times, (all) => ({ medianMs: quantile(all, 0.5), p99Ms: quantile(all, 0.99) }))
}

/** How many checks a second, when this many are under way at any time. */
export async function measureThroughput(
  contenders: readonly Contender[],
  effort: Effort,
  inFlight: number,
): Promise<Map<Contender, number>> {
  const rates = await inRounds(contenders, effort, async (checks) => {
    const queue = checks.values()
    const worker = async () => {
      for (const check of queue) await check()
    }
    const startedAt = performance.now()
    await Promise.all(Array.from({ length: inFlight }, worker))
    return [(checks.length * 1000) / (performance.now() - startedAt)]
  })
  return mapValues(rates, (all) => quantile(all, 0.5))
}

/** Fails if a contender does not find the right person, or finds one behind a made-up secret. */
export async function verify(contenders: readonly Contender[], sessions: number): Promise<void> {
  for (const { name, prepare } of contenders) {
    for (const session of [1, sessions]) {
      const email = await prepare(session)()
      if (email !== emailOf(session)) throw new Error(`${name} found ${email} in ${session}.`)
    }
    const nobody = await prepare(sessions + 1)()
    if (nobody) throw new Error(`${name} found ${nobody} where nobody is.`)
  }
}

async function inRounds(
  contenders: readonly Contender[],
  { sessions, rounds, checksPerRound }: Effort,
  run: (checks: readonly Check[]) => Promise<number[]>,
): Promise<Map<Contender, number[]>> {
  const drawn = randomNumbers()
  const figures = new Map(contenders.map((contender) => [contender, [] as number[]]))
  const warmUps = Math.ceil(rounds / 5)
  for (let round = -warmUps; round < rounds; round++) {
    // There and back, so that none always follows the same other and pays for what it left behind.
    const entries = [...figures]
    for (const [contender, mine] of round % 2 === 0 ? entries : entries.toReversed()) {
      const checks = Array.from({ length: checksPerRound }, () =>
        contender.prepare(1 + (drawn.next().value % (contender.sample ?? sessions))),
      )
      const measured = await run(checks)
      if (round >= 0) mine.push(...measured)
    }
  }
  return figures
}

function mapValues<Key, From, To>(map: Map<Key, From>, to: (value: From) => To): Map<Key, To> {
  return new Map([...map].map(([key, value]) => [key, to(value)]))
}

function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length * part)] ?? Number.NaN
}
