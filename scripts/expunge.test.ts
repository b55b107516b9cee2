import { spawnSync } from "node:child_process"
import { afterAll, beforeAll, expect, test } from "vitest"
import { keptLink, overOldLink, plantedLinks, plantLinks } from "@/test/mail/planted-links"
import { createTestDatabase, type TestDatabase } from "@/test/world/database"

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

test("npm run expunge needs the database alone, deletes what is over-old, says how much, and leaves the rest", async () => {
  await plantLinks(database.ownerUrl)
  expect(await plantedLinks(database.ownerUrl)).toEqual([keptLink, overOldLink])

  const { status, stdout } = expunge({ DATABASE_URL: database.url })
  expect(status).toBe(0)
  expect(stdout).toContain("tokens: 0")
  expect(stdout).toContain("signUpLinks: 1")
  expect(await plantedLinks(database.ownerUrl)).toEqual([keptLink])
})

test.each([
  ["", "Set DATABASE_URL to the address of the app's database."],
  [
    "postgresql://loe@127.0.0.1:1/loe",
    "The database of DATABASE_URL cannot be used: connect ECONNREFUSED 127.0.0.1:1.",
  ],
])("npm run expunge says in a sentence what is wrong with the address %j", (url, sentence) => {
  const { status, stderr } = expunge({ DATABASE_URL: url })
  expect(status).toBe(1)
  expect(stderr.trim()).toBe(sentence)
})

function expunge(settings: Readonly<Record<string, string>>) {
  const command = ["--import", "tsx", "scripts/expunge.ts"]
  const env = { ...process.env, AUTH_SECRET: "", AUTH_URL: "", ...settings }
  return spawnSync(process.execPath, command, { encoding: "utf8", env })
}
