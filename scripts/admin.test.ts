import { spawnSync } from "node:child_process"
import { afterAll, beforeAll, expect, test } from "vitest"
import { withClient } from "./prepare-database"
import { createTestDatabase, type TestDatabase } from "./test-database"

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

test("an administrator is made once, with a password that is nowhere to be read", async () => {
  const made = run("You@Example.com", "lantern harbor boat")
  expect(made).toEqual({ status: 0, says: "you@example.com is an administrator now." })

  const { rows } = await withClient(database.ownerUrl, (owner) =>
    owner.query(`SELECT email, role, "passwordHash" FROM "User"`),
  )
  expect(rows).toEqual([
    {
      email: "you@example.com",
      role: "admin",
      passwordHash: expect.stringMatching(/^\$argon2id\$/),
    },
  ])
  // Said before a password is asked for: what it is like does not come into it.
  expect(run("You@example.com", "short")).toEqual({
    status: 1,
    says: "Somebody has this email already.",
  })
})

test.each([
  ["a common password", "two@example.com", "password1234", /common/],
  ["something that is no address", "nonsense", "lantern harbor boat", /not an email address/],
])("%s is refused in a sentence", (_, email, password, sentence) => {
  expect(run(email, password)).toEqual({ status: 1, says: expect.stringMatching(sentence) })
})

function run(email: string, password: string) {
  const command = ["--import", "tsx", "scripts/admin.ts", "create", email, "--password-stdin"]
  const env = { ...process.env, DATABASE_URL: database.url }
  const { status, stdout, stderr } = spawnSync(process.execPath, command, {
    env,
    input: `${password}\n`,
    encoding: "utf8",
  })
  return { status, says: (stdout + stderr).trim() }
}
