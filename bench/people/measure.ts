import { type Effort, type Measured, measure } from "@/bench/measure"
import type { BenchRecord } from "@/bench/record/record"
import { type Target, table } from "@/bench/report"
import type { PeopleTeam } from "./contender"

/** Lets the libraries list and log in by turns, and end at last what everybody has. Returns what was promised. */
export async function benchPeople(
  teams: readonly PeopleTeam[],
  effort: Effort,
  { tell, draw }: BenchRecord,
): Promise<Target[]> {
  for (const { fill } of teams) await fill()
  const lists = await measure(
    teams.map(({ list }) => list),
    effort,
  )
  tell(peopleTable("The list of my ten sessions", lists))
  const logIns = await measure(
    teams.map(({ logIn }) => logIn),
    effort,
  )
  tell(peopleTable("A log-in, once the proof is made", logIns))
  await draw("log-ins", {
    title: "Log-ins a second, 32 at a time",
    bars: logIns.map(({ contender, rate }) => ({ name: contender.name, value: rate })),
  })

  const ends = []
  for (const { name, role, everyoneOut, countLive } of teams) {
    const before = await countLive()
    const startedAt = performance.now()
    await everyoneOut()
    const ms = performance.now() - startedAt
    ends.push({ name, role, before, ms, alive: await countLive() })
  }
  tell(
    table(
      ["Everybody out", "sessions", "ms", "left alive"],
      ends.map(({ name, before, ms, alive }) => [name, `${before}`, ms.toFixed(1), `${alive}`]),
    ),
  )
  await draw("everybody", {
    title: `Everybody out, ${effort.sessions.toLocaleString("en")} people, ms`,
    bars: ends.map(({ name, ms }) => ({ name, value: ms })),
  })
  return ends
    .filter(({ role }) => role === "ours")
    .map(({ alive }) => ({ what: "everybody out, sessions left alive", measured: alive, most: 0 }))
}

const peopleTable = (title: string, all: readonly Measured[]) =>
  table(
    [title, "median ms", "p99 ms", "a second, 32 at a time"],
    all.map(({ contender, medianMs, p99Ms, rate }) => [
      contender.name,
      medianMs.toFixed(2),
      p99Ms.toFixed(2),
      rate.toFixed(0),
    ]),
  )
