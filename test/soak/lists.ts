/** What lists and acts cost for a person who has thousands of ended sessions. */

import { totalOf } from "log-out-everywhere"
import { authentication } from "@/authentication"
import { sessionCookieName } from "@/lib/auth/cookies/session-cookie"
import { logOutFor } from "@/lib/users/log-in/log-out"
import { HttpClient } from "@/test/http/http-client"
import { addPerson, issueTo, type Person, type World } from "@/test/world/people"
import { onRunningApp } from "./app-under-soak"
import { type Outcome, quantile } from "./figures"

export interface ListsOptions {
  readonly looks: number
}

const [ended, live] = [10_000, 50]
/** What we aim at, and how many times that is too long: machines differ, and other work goes on on them. */
const aimsMs = { "security page": 100, "log out everywhere": 300 } as const
const factor = 3

export async function soakLists({ looks }: ListsOptions): Promise<Outcome> {
  return onRunningApp(async ({ url }, world) => {
    const times = {
      "security page": await looksOf(url, world, looks),
      "log out everywhere": await logOuts(world, Math.ceil(looks / 3)),
    }
    const names = Object.keys(aimsMs) as (keyof typeof aimsMs)[]
    const figures = names.map((name) => {
      const medianMs = quantile(times[name], 0.5)
      const p99Ms = quantile(times[name], 0.99)
      return { name, medianMs, p99Ms, targetMs: factor * aimsMs[name] }
    })
    return {
      figures: Object.fromEntries(
        figures.map(({ name, medianMs, p99Ms, targetMs }) => [
          name,
          {
            "median ms": Math.round(medianMs),
            "p99 ms": Math.round(p99Ms),
            "aim ms": aimsMs[name],
            "target ms": targetMs,
          },
        ]),
      ),
      broken: figures
        .filter(({ medianMs, targetMs }) => medianMs > targetMs)
        .map(({ name, medianMs }) => `The ${name} takes ${Math.round(medianMs)} ms.`),
    }
  })
}

async function looksOf(url: string, world: World, looks: number): Promise<number[]> {
  const { secret } = await aPersonOfLongStanding(world)
  const client = new HttpClient(url)
  client.cookies.set(sessionCookieName, secret)
  const times: number[] = []
  for (let look = -3; look < looks; look++) {
    const startedAt = performance.now()
    const { status } = await client.ask("/account/security")
    if (status !== 200) throw new Error(`The security page answered ${status}.`)
    if (look >= 0) times.push(performance.now() - startedAt)
  }
  return times
}

async function logOuts(world: World, times: number): Promise<number[]> {
  const scope = { kind: "everywhere", purposes: authentication.logOutEverywhere.purposes } as const
  const taken: number[] = []
  for (let time = 0; time < times; time++) {
    const { person } = await aPersonOfLongStanding(world)
    const startedAt = performance.now()
    const count = totalOf(await logOutFor(world, person.id, scope))
    taken.push(performance.now() - startedAt)
    if (count !== live) throw new Error(`${count} sessions ended, of ${live}.`)
  }
  return taken
}

/** Half of what ended was ended, and half ran out. */
async function aPersonOfLongStanding(world: World): Promise<{ person: Person; secret: string }> {
  const person = await addPerson(world)
  await world.sql(
    `INSERT INTO log_out_everywhere.token (hash, purpose, "userId", epoch, "realmGeneration", method, "issuedAt", "provedAt",
       "lastActiveAt", "idleAt", "expiresAt", "revokedAt", "revocationReason")
     SELECT sha256(gen_random_uuid()::text::bytea), 'session', $1, 0, 0, 'password', i, i, i, i + interval '2 hours',
       i + interval '12 hours', CASE WHEN n % 2 = 0 THEN i END,
       CASE WHEN n % 2 = 0 THEN 'log_out' END
     FROM (SELECT n, now() - interval '1 day' - n * interval '8 minutes' AS i FROM generate_series(1, $2::int) n) begun`,
    [person.id, ended],
  )
  let secret = ""
  for (let session = 0; session < live; session++) secret = (await issueTo(world, person)).secret
  await world.sql(`ANALYZE log_out_everywhere.token`)
  return { person, secret }
}
