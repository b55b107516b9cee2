/** An administrator in front of a million sessions: what filters cost, and what their indexes cost those who log in. */
import { existsSync, readFileSync } from "node:fs"
import { connect, disconnect } from "@/lib/db/client"
import { readPage } from "@/lib/db/desk/token-directory"
import { withinTime } from "@/lib/db/desk/within-time"
import { readTokenFilter } from "@/lib/names/token-filter"
import { startEphemeralDatabase } from "@/scripts/postgres/embedded-database"
import { crowdedWorld } from "@/test/world/crowded-world"
import type { World } from "@/test/world/people"
import { type Combination, combinations } from "./desk-combinations"
import { soakPages } from "./desk-pages"
import { soakSweeps } from "./desk-sweeps"
import { writeCost } from "./desk-writes"
import { type Outcome, quantile } from "./figures"

export interface DeskOptions {
  readonly sessions: number
  readonly seed: number
}

const tried = 200
/** What is aimed at for 95 of a hundred, and how many times that is too long: machines differ. */
const [aimMs, factor] = [200, 3] as const

/** On a server that writes as a lasting one does. */
export async function soakDesk({ sessions, seed }: DeskOptions): Promise<Outcome> {
  const server = await startEphemeralDatabase(true)
  try {
    const world = await crowdedWorld(server, sessions)
    const looks = combinations(tried, seed)
    const found = await soakFilters(world, looks, { sessions, seed })
    const pages = await soakPages(world, looks)
    const written = await writeCost(world)
    const swept = await soakSweeps(world)
    await world.close()
    return {
      figures: { ...found.figures, ...pages.figures, ...written.figures, ...swept.figures },
      broken: [...found.broken, ...pages.broken, ...written.broken, ...swept.broken],
      notes: found.notes,
    }
  } finally {
    await server.stop()
  }
}

interface Look extends Combination {
  readonly ms: number
  /** How long the database's process was at work for it; other work on the machine is none of its. */
  readonly workMs: number
  readonly isTooWide: boolean
  readonly scans: readonly string[]
  /** The indexes by which the plans come to tokens. */
  readonly ways: string
}

async function soakFilters(
  { urls }: World,
  wanted: readonly Combination[],
  { sessions, seed }: DeskOptions,
) {
  const connection = connect(urls.url)
  const looks: Look[] = []
  for (const combination of wanted) {
    looks.push(await lookAt(connection.pool, combination))
  }
  await disconnect(connection)

  const times = looks.map(({ ms }) => ms)
  const work = looks.map(({ workMs }) => workMs)
  const within = work.filter((ms) => ms <= aimMs).length / tried
  const p95Ms = Math.round(quantile(work, 0.95))
  // Of a few thousand rows reading them all is right.
  const scanned =
    sessions < 500_000
      ? []
      : looks.filter(({ query, scans }) => scans.length > 0 && isIndexedAlone(query))
  const worst = looks.toSorted((one, other) => other.workMs - one.workMs).slice(0, 10)
  return {
    figures: {
      "filters and orders": {
        combinations: tried,
        seed,
        "p50 ms": Math.round(quantile(times, 0.5)),
        "p95 ms": Math.round(quantile(times, 0.95)),
        "worst ms": Math.round(Math.max(...times)),
        "p50 ms of work": Math.round(quantile(work, 0.5)),
        "p95 ms of work": p95Ms,
        "aim ms": aimMs,
        "worst ms of work": Math.round(Math.max(...work)),
        "within it, %": Math.round(100 * within),
        "narrow your search": looks.filter(({ isTooWide }) => isTooWide).length,
      },
    },
    notes: [
      ...worst.map(
        ({ workMs, query, sort }) =>
          `${Math.round(workMs)} ms: ${JSON.stringify(query)}, by ${sort}`,
      ),
      ...looks
        .filter(({ query }) => Object.keys(query).length === 1)
        .map(({ query, sort, ways }) => `${JSON.stringify(query)}, by ${sort}: ${ways}`),
    ],
    broken: [
      ...(p95Ms > factor * aimMs ? [`Of 100 combinations, 95 took up to ${p95Ms} ms.`] : []),
      ...scanned.map(({ query }) => `${JSON.stringify(query)} reads a whole table.`),
    ],
  }
}

/** The time of the database: what the statements of one page take, one after the other. */
async function lookAt(
  pool: Parameters<typeof withinTime>[0],
  combination: Combination,
): Promise<Look> {
  const { filter } = readTokenFilter(combination.query, new Date())
  if (!filter) throw new Error(`${JSON.stringify(combination.query)} is no filter.`)
  const asked: { text: string; values: unknown[] }[] = []
  let [ms, workMs] = [0, 0]
  const page = await withinTime(pool, async (client) => {
    const { rows } = await client.query("SELECT pg_backend_pid() AS pid")
    const workOf = () => workOfProcess(rows[0].pid) ?? performance.now()
    const watched = {
      async query(text: string, values: unknown[]) {
        asked.push({ text, values })
        const [startedAt, workBefore] = [performance.now(), workOf()]
        try {
          return await client.query(text, values)
        } finally {
          ms += performance.now() - startedAt
          workMs += workOf() - workBefore
        }
      },
    } as unknown as typeof client
    return readPage(watched, filter, combination, {})
  })
  const plans = await withinTime(pool, async (client) => {
    const rows = []
    for (const { text, values } of asked) {
      rows.push(...(await client.query(`EXPLAIN ${text}`, values)).rows)
    }
    return rows.map((row) => String(row["QUERY PLAN"]))
  })
  const whole = /Seq Scan on (?:token\b|"TokenOrigin")/
  const used = plans.ok ? plans.value.join("\n").matchAll(/(?:using|Index Scan on) "?(\w+)"?/g) : []
  const ways = [...new Set([...used].map(([, index = ""]) => index))]
  return {
    ...combination,
    ms,
    workMs,
    isTooWide: !page.ok,
    scans: plans.ok ? plans.value.filter((line) => whole.test(line)) : [],
    ways: ways.filter((index) => /^token_|^TokenOrigin/.test(index)).join(", "),
  }
}

/** In milliseconds; undefined where the system does not tell. */
function workOfProcess(pid: number): number | undefined {
  const file = `/proc/${pid}/schedstat`
  return existsSync(file) ? Number(readFileSync(file, "utf8").split(" ")[0]) / 1e6 : undefined
}

/** A filter that has an index, and stands alone: in company another one may find less. */
function isIndexedAlone(query: Combination["query"]): boolean {
  const fields = Object.keys(query)
  return (
    fields.length === 1 && fields.some((field) => /^(?:address|since|reason|browser)$/.test(field))
  )
}
