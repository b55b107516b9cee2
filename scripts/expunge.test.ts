import { afterAll, expect, test } from "vitest"
import { keptLink, overOldLink, plantedLinks, plantLinks } from "@/test/mail/planted-links"
import { bundledCommands } from "@/test/world/bundled-command"
import { createTestDatabase } from "@/test/world/database"

const database = await createTestDatabase()
const commands = await bundledCommands()
afterAll(async () => {
  commands.remove()
  await database.drop()
})

test("npm run expunge needs the database alone, deletes what is over-old, says how much, and leaves the rest", async () => {
  await plantLinks(database.ownerUrl)
  expect(await plantedLinks(database.ownerUrl)).toEqual([keptLink, overOldLink])

  const { status, says } = expunge(database.url)
  expect(status, says).toBe(0)
  expect(says).toContain("tokens: 0")
  expect(says).toContain("signUpLinks: 1")
  expect(await plantedLinks(database.ownerUrl)).toEqual([keptLink])
})

test.each([
  ["", "Set DATABASE_URL to the address of the app's database."],
  [
    "postgresql://loe@127.0.0.1:1/loe",
    "The database of DATABASE_URL cannot be used: connect ECONNREFUSED 127.0.0.1:1.",
  ],
])("npm run expunge says in a sentence what is wrong with the address %j", (url, sentence) => {
  expect(expunge(url)).toEqual({ status: 1, says: sentence })
})

function expunge(DATABASE_URL: string) {
  return commands.run(["expunge"], { AUTH_SECRET: "", AUTH_URL: "", DATABASE_URL })
}
