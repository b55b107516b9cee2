import { afterAll, expect, onTestFinished, test } from "vitest"
import { withClient } from "@/scripts/postgres/prepare-database"
import { createEmptyDatabase, createTestDatabase } from "@/test/world/database"
import { lossesOf } from "./additive"
import { readCatalog } from "./catalog"
import { withMigrationsUntil } from "./earlier-migrations"
import { migrate } from "./migrate"

/** The last migration of the release before this one. To be moved with each release. */
const previousRelease = "20261129030000_add_on"

const migrated = await createTestDatabase()
afterAll(migrated.drop)

test("the code of the release before works on the tables of this one", async () => {
  const { ownerUrl, drop } = await createEmptyDatabase()
  onTestFinished(drop)
  const [before, after] = await withClient(ownerUrl, async (owner) => {
    await withMigrationsUntil(previousRelease, (folder) => migrate(owner, folder))
    const old = await readCatalog(owner)
    await migrate(owner)
    return [old, await readCatalog(owner)]
  })
  expect(before).not.toHaveLength(0)
  expect(lossesOf(before, after)).toEqual([])
})

test.each([
  ["drops a column", `ALTER TABLE "AuditEvent" DROP COLUMN "scope"`],
  ["renames a table", `ALTER TABLE "RateLimit" RENAME TO "Limit"`],
  ["asks for what old inserts leave out", `ALTER TABLE "Account" ADD "x" int NOT NULL`],
  [
    "forbids what old inserts leave empty",
    `ALTER TABLE "OutboxMail" ALTER "lastError" SET NOT NULL`,
  ],
  ["gives a column another type", `ALTER TABLE "OutboxMail" ALTER "kind" TYPE varchar(80)`],
  ["forbids what old code may repeat", `CREATE UNIQUE INDEX ON "Account" ("userId")`],
  [
    "fills a new column with what leads to another row",
    `ALTER TABLE "SignUpLink" ADD "x" uuid DEFAULT gen_random_uuid() REFERENCES "User" ON DELETE CASCADE`,
  ],
  ["holds what old code deletes", `ALTER TABLE "Account" ADD "x" uuid REFERENCES "User"`],
  [
    "leads to another table",
    `ALTER TABLE "SignUpLink" ADD FOREIGN KEY (email) REFERENCES "User" (email)`,
  ],
])("a migration that %s is noticed", async (_, sql) => {
  expect(await lossesBy(sql)).not.toEqual([])
})

test.each([
  [
    "adds a table with keys",
    `CREATE TABLE "New" (id uuid PRIMARY KEY, "userId" uuid UNIQUE REFERENCES "User")`,
  ],
  ["adds a column that may be empty", `ALTER TABLE "Account" ADD "x" text`],
  [
    "leads to another row from a new column",
    `ALTER TABLE "Account" ADD "x" uuid REFERENCES "OutboxMail" ON DELETE SET NULL`,
  ],
  ["adds a column with a default", `ALTER TABLE "Account" ADD "x" int NOT NULL DEFAULT 0`],
  ["adds a word to an enumeration", `ALTER TYPE "Role" ADD VALUE 'guest'`],
  ["lets a column be empty", `ALTER TABLE "OutboxMail" ALTER "kind" DROP NOT NULL`],
])("a migration that %s is none", async (_, sql) => {
  expect(await lossesBy(sql)).toEqual([])
})

async function lossesBy(sql: string): Promise<readonly string[]> {
  return withClient(migrated.ownerUrl, async (owner) => {
    const before = await readCatalog(owner)
    await owner.query("BEGIN")
    await owner.query(sql)
    const after = await readCatalog(owner)
    await owner.query("ROLLBACK")
    return lossesOf(before, after)
  })
}
