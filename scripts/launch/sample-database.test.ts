import { afterAll, afterEach, beforeEach, expect, test, vi } from "vitest"
import { withClient } from "@/scripts/postgres/prepare-database"
import { createEmptyDatabase, createTestDatabase, type TestDatabase } from "@/test/world/database"
import { openSampleDatabase } from "./sample-database"

const databases: TestDatabase[] = []
let database: TestDatabase

/** Names it as a person who runs the demo on their own database does. */
async function name(made: Promise<TestDatabase>) {
  database = await made
  databases.push(database)
  vi.stubEnv("DATABASE_URL", database.url)
  vi.stubEnv("MIGRATION_DATABASE_URL", database.ownerUrl)
}

beforeEach(() => name(createEmptyDatabase()))
afterEach(() => vi.unstubAllEnvs())
afterAll(async () => {
  for (const { drop } of databases) await drop()
})

async function sql<Row>(text: string): Promise<Row[]> {
  return withClient(database.ownerUrl, async (owner) => (await owner.query(text)).rows)
}

const emails = async () =>
  (await sql<{ email: string }>(`SELECT email FROM "User" ORDER BY email`)).map(
    ({ email }) => email,
  )

test("an empty database gets sample people; a second run keeps what was done since, and --reset starts over", async () => {
  const { url, authSecret } = await openSampleDatabase(false)
  expect(url).toBe(database.url)
  const sample = await emails()
  expect(sample).toEqual(expect.arrayContaining(["admin@example.com", "ann@example.com"]))

  await sql(`DELETE FROM "User" WHERE email = 'bob@example.com'`)
  await sql(`UPDATE "User" SET email = 'renamed@example.com' WHERE email = 'ann@example.com'`)
  const changed = await emails()
  expect(await openSampleDatabase(false)).toMatchObject({ url, authSecret })
  expect(await emails()).toEqual(changed)

  await openSampleDatabase(true)
  expect(await emails()).toEqual(sample)
})

test.each([false, true])(
  "a database with people of somebody's is refused and left as it is, with --reset (%s) too",
  async (startOver) => {
    await name(createTestDatabase())
    await sql(
      `INSERT INTO "User" (id, email, role) VALUES (gen_random_uuid(), 'real@example.com', 'user')`,
    )
    await expect(openSampleDatabase(startOver)).rejects.toThrow("This database has people in it")
    expect(await emails()).toEqual(["real@example.com"])

    await sql(`DELETE FROM "User"`)
    await expect(openSampleDatabase(startOver)).resolves.toMatchObject({ url: database.url })
  },
)
