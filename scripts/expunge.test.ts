import { execFile } from "node:child_process"
import { promisify } from "node:util"
import { afterAll, expect, test } from "vitest"
import { keptLink, overOldLink, plantedLinks, plantLinks } from "./planted-links"
import { createTestDatabase } from "./test-database"

const database = await createTestDatabase()
afterAll(database.drop)

test("npm run expunge deletes what is over-old, says how much, and leaves the rest", async () => {
  await plantLinks(database.ownerUrl)
  expect(await plantedLinks(database.ownerUrl)).toEqual([keptLink, overOldLink])

  const { stdout } = await promisify(execFile)("npm", ["run", "expunge", "--silent"], {
    env: {
      ...process.env,
      DATABASE_URL: database.url,
      AUTH_SECRET: "kV3qk0Yp7JYyQmC1nZr8TtWb5sXh2DfL9gEu",
    },
    // There npm is a script.
    shell: process.platform === "win32",
  })
  expect(stdout).toContain("signUpLinks: 1")
  expect(await plantedLinks(database.ownerUrl)).toEqual([keptLink])
})
