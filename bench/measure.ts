import type { Check, Contender } from "./contender"
import { emailOf, randomNumbers } from "./sessions"

export interface Effort {
  readonly sessions: number
  /** Every contender runs once a round, so that what disturbs the machine disturbs them alike. */
  readonly rounds: number
}

export interface Measured {
  readonly contender: Contender
  readonly medianMs: number
  readonly p99Ms: number
  /** Checks a second, many at a time. */
  readonly rate: number
}

/** How many checks are under way at any time, where the rate is measured. */
export const inFlight = 32

/** Verifies the contenders, and measures them by turns: first one check after another, then many at a time. */
export async function measure(
  contenders: readonly Contender[],
  { sessions, rounds }: Effort,
): Promise<Measured[]> {
  await verify(contenders, sessions)
  const samples = contenders.map(emptySample)
  await inRounds(samples, { sessions, rounds }, 20, async ({ timesMs }, checks) => {
    for (const check of checks) {
      const startedAt = performance.now()
      await check()
      timesMs.push(performance.now() - startedAt)
    }
  })
  const fewer = { sessions, rounds: Math.ceil(rounds / 50) }
  await inRounds(samples, fewer, 1000, async ({ rates }, checks) => {
    const queue = checks.values()
    const worker = async () => {
      for (const check of queue) await check()
    }
    const startedAt = performance.now()
    await Promise.all(Array.from({ length: inFlight }, worker))
    rates.push((checks.length * 1000) / (performance.now() - startedAt))
  })
  return samples.map(({ contender, timesMs, rates }) => ({
    contender,
    medianMs: quantile(timesMs, 0.5),
    p99Ms: quantile(timesMs, 0.99),
    rate: quantile(rates, 0.5),
  }))
}

/** Fails if a contender does not find the right person, or finds one behind a made-up secret. */
async function verify(contenders: readonly Contender[], sessions: number): Promise<void> {
  for (const { name, prepare } of contenders) {
    for (const session of [1, sessions]) {
      const email = await prepare(session)()
      if (email !== emailOf(session)) throw new Error(`${name} found ${email} in ${session}.`)
    }
    const nobody = await prepare(sessions + 1)()
    if (nobody) throw new Error(`${name} found ${nobody} where nobody is.`)
  }
}

interface Sample {
  readonly contender: Contender
  readonly timesMs: number[]
  readonly rates: number[]
}

const emptySample = (contender: Contender): Sample => ({ contender, timesMs: [], rates: [] })

async function inRounds(
  samples: readonly Sample[],
  { sessions, rounds }: Effort,
  checksPerRound: number,
  run: (sample: Sample, checks: readonly Check[]) => Promise<void>,
) {
  const drawn = randomNumbers()
  const warmUps = Math.ceil(rounds / 5)
  for (let round = -warmUps; round < rounds; round++) {
    // There and back, so that none always follows the same other and pays for what it left behind.
    for (const sample of round % 2 === 0 ? samples : samples.toReversed()) {
      const { contender } = sample
      const checks = Array.from({ length: checksPerRound }, () =>
        contender.prepare(1 + (drawn.next().value % (contender.sample ?? sessions))),
      )
      await run(round < 0 ? emptySample(contender) : sample, checks)
    }
  }
}

export function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length * part)] ?? Number.NaN
}
