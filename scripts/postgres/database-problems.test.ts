import { randomBytes } from "node:crypto"
import { afterAll, beforeAll, expect, test } from "vitest"
import { MIGRATIONS, pendingMigrations } from "@/prisma/migrate"
import { createEmptyDatabase, createTestDatabase } from "@/test/world/database"
import { databaseProblems, databaseWarnings, versionProblems } from "./database-problems"
import { withClient } from "./prepare-database"

const [migrated, empty] = [await createTestDatabase(), await createEmptyDatabase()]
const mark = randomBytes(4).toString("hex")
const roles = { superuser: `loe_super_${mark}`, owner: `loe_owner_${mark}` }
const asOwner = (text: string) => withClient(migrated.ownerUrl, (owner) => owner.query(text))

beforeAll(async () => {
  await asOwner(`CREATE ROLE ${roles.superuser} SUPERUSER LOGIN PASSWORD '${mark}'`)
  await asOwner(`CREATE ROLE ${roles.owner} LOGIN PASSWORD '${mark}'`)
  for (const table of ["AuditEvent", "_prisma_migrations"]) {
    await asOwner(`ALTER TABLE "${table}" OWNER TO ${roles.owner}`)
  }
})
afterAll(async () => {
  await asOwner(`REASSIGN OWNED BY ${roles.owner} TO CURRENT_USER`)
  await asOwner(`DROP ROLE ${roles.superuser}, ${roles.owner}`)
  await migrated.drop()
  await empty.drop()
})

function urlAs(role: string): string {
  const url = new URL(migrated.url)
  url.username = role
  url.password = mark
  return url.href
}

test("a migrated database that the app's role merely uses is no problem", async () => {
  expect(await databaseProblems(migrated.url, false)).toEqual([])
  expect(await databaseProblems(migrated.url, true)).toEqual([])
})

test.each([
  ["is a superuser", roles.superuser],
  ["owns the tables", roles.owner],
])("a role that %s is refused, whether or not it is about to migrate", async (what, role) => {
  const refusal = `The role ${role} ${what}: name a plain role in DATABASE_URL, and the owner in MIGRATION_DATABASE_URL.`
  expect(await databaseProblems(urlAs(role), false)).toEqual([refusal])
  expect(await databaseProblems(urlAs(role), true)).toEqual([refusal])
})

test("a server of an older release than is needed is refused by its version", async () => {
  const problemsOf = (least: number) =>
    withClient(migrated.url, (client) => versionProblems(client, least))
  expect(await problemsOf(15)).toEqual([])
  expect(await problemsOf(99)).toEqual([
    expect.stringMatching(/^PostgreSQL \d+(\.\d+)? is too old: upgrade it to 99 or newer\.$/),
  ])
})

test("missing migrations are refused by name, unless they are about to be applied", async () => {
  const names = await withClient(empty.url, (client) => pendingMigrations(client, MIGRATIONS))
  expect(names.length).toBeGreaterThan(1)
  expect(await databaseProblems(empty.url, false)).toEqual([
    expect.stringContaining(`The database lacks the migrations ${names.join(", ")}.`),
  ])
  expect(await databaseProblems(empty.url, true)).toEqual([])
})

test("a role that may not read the tokens is told so at start", async () => {
  const { username } = new URL(migrated.url)
  await asOwner(`REVOKE SELECT ON log_out_everywhere.token FROM ${username}`)
  expect(await databaseProblems(migrated.url, false)).toEqual([
    expect.stringMatching(/^The role of DATABASE_URL may not use its tables .*`npm run migrate`/),
  ])
  expect(await databaseProblems(migrated.url, true)).toEqual([])
  await asOwner(`GRANT SELECT ON log_out_everywhere.token TO ${username}`)
})

test("a read-only database is told of at start", async () => {
  const url = new URL(migrated.url)
  url.searchParams.set("options", "-c timezone=UTC -c default_transaction_read_only=on")
  expect(await databaseProblems(url.href, false)).toEqual([
    expect.stringMatching(/^The database of DATABASE_URL is read-only: /),
  ])
})

test("a database that cannot be reached is a problem in one sentence", async () => {
  const nowhere = new URL(migrated.url)
  nowhere.pathname = "/there_is_no_such_database"
  expect(await databaseProblems(nowhere.href, false)).toEqual([
    expect.stringMatching(/^The database of DATABASE_URL cannot be used: .*\.$/),
  ])
})

test("a database that a newer release has prepared is told of, and refused by nothing", async () => {
  expect(await databaseWarnings(migrated.url)).toEqual([])
  const name = "99990101000000_of_tomorrow"
  const values = "'x', now(), 1"
  await asOwner(
    `INSERT INTO "_prisma_migrations" (id, migration_name, checksum, finished_at, applied_steps_count)
     VALUES ('tomorrow', '${name}', ${values})`,
  )
  expect(await databaseWarnings(migrated.url)).toEqual([expect.stringContaining(name)])
  expect(await databaseProblems(migrated.url, false)).toEqual([])
})
