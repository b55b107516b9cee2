import { readFileSync } from "node:fs"
import { tokenPurposes } from "log-out-everywhere"
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest"
import { authentication } from "@/authentication"
import { formatDuration } from "@/lib/texts/format"
import { rowAttacks } from "@/test/races/row-attacks"
import { createWorld } from "@/test/world/people"
import { connection, disconnect } from "./client"
import { expunge } from "./expunger"

const world = await createWorld()
vi.stubEnv("DATABASE_URL", world.urls.url)
vi.stubEnv("AUTH_SECRET", "kV3qk0Yp7JYyQmC1nZr8TtWb5sXh2DfL9gEu")
afterAll(async () => {
  await disconnect(connection())
  await world.close()
})
const { sql } = world
const attacks = rowAttacks(world)

/** The tables of the database, whatever schema they are in, and for tokens each purpose. */
async function everyKind(): Promise<string[]> {
  const tables = await sql<{ name: string }>(
    `SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relkind IN ('r', 'p', 'f') AND n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'`,
  )
  const purposes = await sql<{ kind: string }>(
    "SELECT 'token ' || purpose AS kind FROM log_out_everywhere.realm",
  )
  return tables
    .flatMap(({ name }) => (name === "token" ? purposes.map(({ kind }) => kind) : [name]))
    .toSorted()
}

const documented = [...readFileSync("docs/rows.md", "utf8").matchAll(/^\| `(\w+)`(?: (\w+))? \|/gm)]
  .map(([, table, purpose]) => [table, purpose].filter(Boolean).join(" "))
  .toSorted()

test("every table, and every purpose of a token, has its answer in docs/rows.md", async () => {
  const kinds = await everyKind()
  expect(documented).toEqual(kinds)
  for (const purpose of tokenPurposes) expect(kinds).toContain(`token ${purpose}`)
})

test("the lengths of time in docs/rows.md are the policy's", () => {
  const { endedMs, auditMs, addressMs } = authentication.retention
  const told = new Set(readFileSync("docs/rows.md", "utf8").match(/\d+ days\b/g))
  expect([...told].toSorted()).toEqual(
    [addressMs, auditMs, endedMs].map((lengthMs) => formatDuration("en-GB", lengthMs)),
  )
})

test("every table, and every purpose of a token, is attacked", async () => {
  const attacked = Object.values(attacks).flatMap(({ max }) => Object.keys(max))
  expect(attacked.toSorted()).toEqual(await everyKind())
})

test.each(Object.entries(attacks))("%s leaves no more rows than it may", async (_, attack) => {
  const before = await counted(attack.max)
  await attack.run()
  const after = await counted(attack.max)
  for (const [kind, max] of Object.entries(attack.max)) {
    const grown = (after[kind] ?? 0) - (before[kind] ?? 0)
    expect(grown, kind).toBeLessThanOrEqual(max)
    if (max > 0) expect(grown, `${kind}: the attack itself works`).toBeGreaterThan(0)
  }
})

describe("two years later the expunger", () => {
  /** People and what they have connected go when their accounts do; the others are nobody's. */
  const kept = ["User", "Account", "owner", "realm", "reason", "migration", "_prisma_migrations"]

  beforeAll(async () => {
    await letTwoYearsPass()
    await expunge(world.connection, authentication.retention)
    // It has just told the audit log of the refusals that were still counted.
    await letTwoYearsPass()
    await expunge(world.connection, authentication.retention)
  })

  test("leaves nothing but people", async () => {
    const kinds = (await everyKind()).filter((kind) => !kept.includes(kind))
    const left = await counted(Object.fromEntries(kinds.map((kind) => [kind, 0])), "true")
    expect(Object.entries(left).filter(([, count]) => count > 0)).toEqual([])
  })

  test("has told the audit log how often something was refused", async () => {
    await world.stores.audit.appendCounted(refusal, "a door")
    await world.stores.audit.appendCounted(refusal, "a door")
    await sql(`UPDATE "RefusalCount" SET "endsAt" = now() - interval '1 second'`)
    await expunge(world.connection, authentication.retention)
    const entries = await sql(`SELECT action, count FROM "AuditEvent" ORDER BY count NULLS FIRST`)
    expect(entries).toEqual([
      { action: refusal.action, count: null },
      { action: refusal.action, count: 2 },
    ])
  })
})

const refusal = { action: "access_refused", actorId: null, targetId: null, address: null } as const

/** What ended is bounded by how old it may get: of these an attack is about the live ones. */
const onlyLive = ["token session", "token browser", "token invitation"]

async function counted(kinds: Readonly<Record<string, number>>, which?: "true") {
  const counts: Record<string, number> = {}
  for (const kind of Object.keys(kinds)) {
    const [table, purpose] = kind.split(" ")
    const live = onlyLive.includes(kind) ? `"revokedAt" IS NULL` : "true"
    const [row] = await sql<{ count: number }>(
      `SELECT count(*)::int FROM ${placeOf(table ?? "")} AS r
       WHERE ${which ?? live} AND coalesce(to_jsonb(r)->>'purpose' = $1, true)`,
      [purpose ?? null],
    )
    counts[kind] = row?.count ?? Number.NaN
  }
  return counts
}

async function letTwoYearsPass() {
  const instants = await sql<{ table: string; column: string }>(
    `SELECT c.relname AS table, a.attname AS column FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
     WHERE c.relkind = 'r' AND c.relnamespace::regnamespace::text IN ('public', 'log_out_everywhere')
       AND a.atttypid = 'timestamptz'::regtype AND c.relname <> '_prisma_migrations'`,
  )
  for (const { table, column } of instants)
    await sql(`UPDATE ${placeOf(table)} SET "${column}" = "${column}" - interval '730 days'`)
  await sql(`UPDATE "RateLimit" SET expire = expire - 730 * 86400000::bigint`)
}

/** The app's own tables are written with a capital letter, and the add-on's are in a schema of theirs. */
const placeOf = (table: string) =>
  /^[a-z]/.test(table) ? `log_out_everywhere.${table}` : `"${table}"`
