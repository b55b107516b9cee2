import { hashSecret, newSecret, tokenPurposes } from "log-out-everywhere"
import { afterAll, expect, test } from "vitest"
import { verificationLinks } from "@/lib/db/users/verification-links"
import { bundledCommands } from "@/test/world/bundled-command"
import { addPerson, createWorld, issueTo, statusOf } from "@/test/world/people"

const world = await createWorld()
const commands = await bundledCommands()
afterAll(async () => {
  commands.remove()
  await world.close()
})

const sessions = (...given: readonly string[]) =>
  commands.run(["sessions", ...given], { DATABASE_URL: world.urls.url })

const links = verificationLinks(world.connection)

test("after a restore or a failover every token of every purpose and of everyone ends, and it is written down", async () => {
  const [ann, admin] = [await addPerson(world), await addPerson(world, { role: "admin" })]
  const tokens = []
  for (const purpose of tokenPurposes) {
    tokens.push({ purpose, ...(await issueTo(world, ann, { purpose })) })
  }
  tokens.push({ purpose: "session" as const, ...(await issueTo(world, admin)) })
  const signUp = hashSecret(newSecret())
  await links.insertSignUp("stranger@example.com", signUp, new Date(Date.now() + 600_000))
  for (const { secret, purpose } of tokens) {
    expect([purpose, await statusOf(world, secret, purpose)]).toEqual([purpose, "active"])
  }

  // Where nobody can be asked, nothing happens.
  expect(sessions("after-restore")).toMatchObject({
    status: 1,
    says: expect.stringMatching(/Go ahead\? There is no one to ask here: add --yes\.$/),
  })
  expect(await statusOf(world, tokens[0]?.secret ?? "")).toBe("active")

  const { status, says } = sessions("after-failover", "--yes")
  expect(status, says).toBe(0)
  expect(says).toContain("Everything has ended. 2 sessions, 1 API token,")
  expect(says).toContain("Deleted: 1 sign-up link.")

  for (const { secret, purpose } of tokens) {
    expect([purpose, await statusOf(world, secret, purpose)]).toEqual([purpose, "revoked"])
  }
  expect(await links.findSignUp(signUp)).toBe(null)
  const events = await world.sql<{ action: string; count: number | null }>(
    `SELECT action, count FROM "AuditEvent" WHERE "actorId" IS NULL ORDER BY at, id`,
  )
  expect(events).toEqual([
    { action: "end_after_restore", count: null },
    { action: "count_ended", count: tokens.length },
  ])
  expect(await statusOf(world, (await issueTo(world, ann)).secret)).toBe("active")
})

test("without an address of the database, or a database there, it says so in a sentence", async () => {
  const asked = (DATABASE_URL: string) =>
    commands.run(["sessions", "after-restore", "--yes"], { DATABASE_URL })
  expect(asked("")).toEqual({
    status: 1,
    says: "Set DATABASE_URL to the address of the app's database.",
  })
  expect(asked("postgresql://nobody@127.0.0.1:1/none")).toEqual({
    status: 1,
    says: expect.stringMatching(
      /^The database of DATABASE_URL cannot be used: connect ECONNREFUSED .+\.$/,
    ),
  })
})
