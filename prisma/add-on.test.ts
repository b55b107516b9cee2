import { randomUUID } from "node:crypto"
import { readFileSync } from "node:fs"
import path from "node:path"
import { hashSecret, newSecret, type Secret, tokenStatus } from "log-out-everywhere"
import {
  announcing,
  fromPg,
  migrate as migrateAddOn,
  migrations,
} from "log-out-everywhere/postgres"
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest"
import { tokenStore, users } from "@/lib/db/add-on"
import { connect, disconnect } from "@/lib/db/client"
import { poolQuery } from "@/lib/db/query"
import { prepareDatabase, withClient } from "@/scripts/postgres/prepare-database"
import { createEmptyDatabase, type TestDatabase } from "@/test/world/database"
import { readCatalog } from "./catalog"
import { withMigrationsUntil } from "./earlier-migrations"
import { MIGRATIONS, migrate } from "./migrate"

/** The first release: before it the app's tokens were in a table of the app's. */
const before = "20261125120000_ended_generations"

const firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"

const lives = {
  live: "",
  "used often": `"lastActiveAt" = now(), "idleAt" = now() + interval '3 hours'`,
  "without a device": `address = NULL, "userAgent" = NULL`,
  "with an address that is none": `address = 'unknown'`,
  idle: `"idleAt" = now() - interval '1 minute'`,
  expired: `"idleAt" = now() - interval '2 minutes', "expiresAt" = now() - interval '1 minute'`,
  "logged out": `"revokedAt" = now(), "revocationReason" = 'log_out', "revokedById" = "userId"`,
  "ended by a change of the password": `"revokedAt" = now(), "revocationReason" = 'password_change'`,
  "left behind by its epoch": `epoch = 1`,
  "of a generation that is over": `"realmGeneration" = 0`,
} as const

const secrets = new Map<string, Secret>()
const person = randomUUID()
let database: TestDatabase

beforeAll(async () => {
  database = await createEmptyDatabase()
  await withClient(database.ownerUrl, async (client) => {
    await withMigrationsUntil(before, (folder) => migrate(client, folder))
    await client.query(
      `INSERT INTO "User" (id, email, epoch, role, "disabledAt") VALUES
         ($1, 'ann@example.com', 2, 'admin', NULL), ($2, 'disabled@example.com', 5, 'user', '2026-01-02')`,
      [person, randomUUID()],
    )
    await client.query(`UPDATE "Realm" SET generation = 1 WHERE purpose = 'session'`)
    await client.query(
      `INSERT INTO "EndedGeneration" (purpose, generation, at, "byId") VALUES ('session', 0, now(), $1)`,
      [person],
    )
    for (const [life, change] of Object.entries(lives)) {
      const secret = newSecret()
      secrets.set(life, secret)
      await client.query(
        `INSERT INTO "Token" (hash, purpose, "userId", epoch, "realmGeneration", method, "issuedAt", "provedAt",
           "lastActiveAt", "idleAt", "expiresAt", address, "userAgent", "deviceKind", data)
         VALUES ($1, 'session', $2, 2, 1, 'password', now() - interval '1 hour', now() - interval '1 hour',
           now() - interval '1 hour', now() + interval '1 hour', now() + interval '9 hours', '2001:db8::1', $3,
           'desktop', '{"a": "b"}')`,
        [hashSecret(secret), person, firefox],
      )
      if (change) {
        await client.query(`UPDATE "Token" SET ${change} WHERE hash = $1`, [hashSecret(secret)])
      }
    }
  })
  await prepareDatabase(database.ownerUrl, database.url)
})
afterAll(() => database.drop())

async function statusesAndEnds() {
  const connection = connect(database.url)
  const tokens = tokenStore(poolQuery(connection))
  const found = await Promise.all(
    [...secrets].map(async ([life, secret]) => {
      const row = await tokens.findByHash(hashSecret(secret))
      if (!row) return [life, "absent"] as const
      const status = tokenStatus(row)
      return [
        life,
        row.token.revocation ? `${status}: ${row.token.revocation.reason}` : status,
      ] as const
    }),
  )
  await disconnect(connection)
  return Object.fromEntries(found)
}

test("a database of the first release is migrated: what lived goes on, and what ended keeps its reason", async () => {
  expect(await statusesAndEnds()).toEqual({
    live: "active",
    "used often": "active",
    "without a device": "active",
    "with an address that is none": "active",
    idle: "idle",
    expired: "expired",
    "logged out": "revoked: log_out",
    "ended by a change of the password": "revoked: password_change",
    "left behind by its epoch": "revoked",
    "of a generation that is over": "revoked",
  })
})

test("it keeps who is disabled, the epochs, the generations, and what is known of each device", async () => {
  await withClient(database.ownerUrl, async (client) => {
    const rows = async (text: string) => (await client.query(text)).rows
    expect(
      await rows(
        `SELECT epoch, "disabledAt" IS NOT NULL AS disabled FROM log_out_everywhere.owner ORDER BY 1`,
      ),
    ).toEqual([
      { epoch: 2, disabled: false },
      { epoch: 5, disabled: true },
    ])
    expect(
      await rows(`SELECT generation FROM log_out_everywhere.realm WHERE purpose = 'session'`),
    ).toEqual([{ generation: 1 }])
    expect(
      await rows(
        `SELECT count(*)::int, address, browser, system, data FROM log_out_everywhere.token
         GROUP BY 2, 3, 4, 5 ORDER BY 1 DESC, 2 NULLS LAST, 3 NULLS LAST`,
      ),
    ).toEqual([
      { count: 8, address: "2001:db8::1", browser: "Firefox", system: "Linux", data: { a: "b" } },
      { count: 1, address: null, browser: "Firefox", system: "Linux", data: { a: "b" } },
      { count: 1, address: null, browser: null, system: null, data: { a: "b" } },
    ])
  })
})

test("the migrations make the add-on's tables and triggers as the add-on's own command does", async () => {
  const [tables, announcements] = migrations(users).map(({ sql }) => sql)
  const ours = (name: string) => readFileSync(path.join(MIGRATIONS, name, "migration.sql"), "utf8")
  expect(ours("20261129030000_add_on")).toContain(tables)
  for (const text of [announcements, ...announcing(users)]) {
    expect(ours("20261129040000_announcements")).toContain(text)
  }

  const other = await createEmptyDatabase()
  onTestFinished(other.drop)
  const made = await withClient(other.ownerUrl, async (client) => {
    await client.query(`CREATE TABLE "User" (id uuid PRIMARY KEY, role text, email text, name text, image text,
      "emailVerifiedAt" timestamptz, "passwordHash" text)`)
    const connection = { connect: async () => Object.assign(client, { release: () => {} }) }
    await migrateAddOn(fromPg(Object.assign(client, connection)), users)
    return readCatalog(client, "log_out_everywhere")
  })
  const migrated = await withClient(database.ownerUrl, (client) =>
    readCatalog(client, "log_out_everywhere"),
  )
  // The orders of the app's lists are the app's, and so are the triggers that keep what their filters ask.
  const orders =
    /^index CREATE INDEX token_(?:last_active|ended|reason)_idx |^trigger .* TRIGGER (?:keep|change)_origin /
  expect(migrated.filter((line) => !orders.test(line))).toEqual(made)
})
