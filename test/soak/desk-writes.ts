import { connect, disconnect } from "@/lib/db/client"
import { addPerson, issueTo, partsOn, type World } from "@/test/world/people"
import type { Outcome } from "./figures"
import { quantile } from "./figures"

const pairs = 3
const windowMs = 3_000
const atOnce = 4
const dayMs = 86_400_000
/** As many a second as before, times this. */
const least = 0.8

/** Touches and log-ins a second, with what the filters need and without it, in turn. */
export async function writeCost(world: World): Promise<Outcome> {
  const connection = connect(world.urls.url)
  const { stores } = partsOn(connection)
  const ids = await world.sql<{ id: string }>(
    `SELECT id FROM log_out_everywhere.token TABLESAMPLE SYSTEM (5) WHERE "revokedAt" IS NULL`,
  )
  const people = await Promise.all(Array.from({ length: atOnce * 20 }, () => addPerson(world)))
  let turn = 0
  const acts = {
    touches: () => {
      const { id = "" } = ids[turn++ % ids.length] ?? {}
      const at = new Date(Date.now() + turn)
      return stores.tokens.touch(id, at, new Date(+at + dayMs))
    },
    "log-ins": () => issueTo({ stores }, people[turn++ % people.length] ?? (people[0] as never)),
  }
  const ratios: Record<keyof typeof acts, number[]> = { touches: [], "log-ins": [] }
  const rates: Record<keyof typeof acts, number[]> = { touches: [], "log-ins": [] }
  for (let pair = 0; pair < pairs; pair++) {
    for (const name of ["touches", "log-ins"] as const) {
      await world.sql(without)
      await perSecond(acts[name], windowMs / 3)
      const before = await perSecond(acts[name], windowMs)
      await world.sql(withAll)
      await perSecond(acts[name], windowMs / 3)
      const after = await perSecond(acts[name], windowMs)
      ratios[name].push(after / before)
      rates[name].push(after)
    }
  }
  await disconnect(connection)

  const figures = Object.entries(ratios).map(([name, ratio]) => ({
    name,
    ratio: quantile(ratio, 0.5),
    rate: quantile(rates[name as keyof typeof acts], 0.5),
  }))
  return {
    figures: Object.fromEntries(
      figures.map(({ name, ratio, rate }) => [
        name,
        { "a second": Math.round(rate), "of before": Number(ratio.toFixed(2)) },
      ]),
    ),
    broken: figures
      .filter(({ ratio }) => ratio < least)
      .map(({ name, ratio }) => `Of ${name} a second only ${ratio.toFixed(2)} are left.`),
  }
}

const without = `ALTER TABLE log_out_everywhere.token DISABLE TRIGGER keep_origin;
  DROP INDEX IF EXISTS log_out_everywhere.token_reason_idx;
  CREATE INDEX IF NOT EXISTS token_issued_idx ON log_out_everywhere.token (purpose, "issuedAt" DESC, id);
  CHECKPOINT`

const withAll = `ALTER TABLE log_out_everywhere.token ENABLE TRIGGER keep_origin;
  DROP INDEX IF EXISTS log_out_everywhere.token_issued_idx;
  CREATE INDEX IF NOT EXISTS token_reason_idx ON log_out_everywhere.token ("revocationReason") WHERE "revocationReason" IS NOT NULL;
  CHECKPOINT`

async function perSecond(act: () => Promise<unknown>, lengthMs: number): Promise<number> {
  const endsAt = performance.now() + lengthMs
  let done = 0
  const lane = async () => {
    while (performance.now() < endsAt) {
      await act()
      done++
    }
  }
  await Promise.all(Array.from({ length: atOnce }, lane))
  return (1_000 * done) / lengthMs
}
