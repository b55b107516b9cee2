import { afterAll, expect, test } from "vitest"
import { mailsTo } from "@/test/mail/written-mails"
import { bundledCommands } from "@/test/world/bundled-command"
import { addSessions } from "@/test/world/listed-tokens"
import { addPerson, createWorld, issueTo, statusOf } from "@/test/world/people"

const world = await createWorld()
const commands = await bundledCommands()
afterAll(async () => {
  commands.remove()
  await world.close()
})

function sessions(...args: readonly string[]) {
  const operator = /^(?:list|show)$/.test(args[0] ?? "") ? [] : ["--operator", "kim"]
  return commands.run(["sessions", ...args, ...operator], { DATABASE_URL: world.urls.url })
}

const toldBy = (action: string) =>
  world.sql(
    `SELECT "actorId", count, details FROM "AuditEvent" WHERE action = $1 AND details->>'operator' = 'kim'`,
    [action],
  )

test("list finds as the page does, as lines and as JSON; what it doesn't understand it says, and 2 is for nothing", async () => {
  const id = await addSessions(world, "shell@list.example", 60, "203.0.113.7")
  const filters = ["--person", id, "--address", "203.0.113.0/24"]
  const lines = sessions("list", ...filters, "--limit", "55")
  expect(lines).toMatchObject({ status: 0, says: expect.stringContaining("60 sessions\n") })
  expect(lines.says.split("\n")).toHaveLength(56)
  const [first] = sessions("list", ...filters, "--json").says.split("\n")
  const facts = JSON.parse(first ?? "")
  expect(facts).toMatchObject({ email: "shell@list.example", status: "active", purpose: "session" })
  expect(JSON.stringify(facts)).not.toContain("hash")
  expect(JSON.parse(sessions("show", facts.id, "--json").says)).toEqual(facts)
  expect(sessions("show", facts.id)).toMatchObject({
    status: 0,
    says: expect.stringMatching(/^email +shell@list\.example$/m),
  })

  expect(sessions("list", "--person", "nobody@list.example")).toMatchObject({ status: 2 })
  expect(sessions("list", "--address", "10.0.0.0/99")).toMatchObject({
    status: 1,
    says: expect.stringMatching(/^--address: That isn't an IP address or range\./),
  })
})

test("revoke says what it would end, asks, takes a reason, ends exactly that, and is written down with the operator's name", async () => {
  const [ann, bob] = [await addPerson(world), await addPerson(world)]
  const [hers, his] = [await issueTo(world, ann), await issueTo(world, bob)]
  const filter = ["revoke", "--person", ann.email]
  expect(sessions(...filter, "--dry-run")).toMatchObject({
    status: 0,
    says: "Found: 1 session, 1 person.",
  })
  expect(sessions(...filter, "--yes")).toMatchObject({
    status: 1,
    says: expect.stringContaining("Say why with --reason"),
  })
  expect(sessions(...filter, "--reason", "Stolen laptop")).toMatchObject({
    status: 1,
    says: expect.stringContaining("There is no one to ask here: add --yes."),
  })
  expect(await statusOf(world, hers.secret)).toBe("active")
  expect(await world.sql(`SELECT FROM "Sweep"`)).toEqual([])

  const done = sessions(...filter, "--reason", "Stolen laptop", "--yes", "--email", "--json")
  expect(done.status).toBe(0)
  expect(JSON.parse(done.says)).toMatchObject({ found: 1, ended: 1, people: 1 })
  expect(await statusOf(world, hers.secret)).toBe("revoked")
  expect(await statusOf(world, his.secret)).toBe("active")
  expect(await mailsTo(world, ann.email)).toMatchObject([
    { kind: "sessions_revoked", facts: { reason: "Stolen laptop" } },
  ])
  const details = { filter: `person=${ann.id}`, previewed: 1, mailed: 1, by: "operator" }
  expect(await toldBy("sweep")).toMatchObject([{ actorId: null, count: 1, details }])
  expect(sessions(...filter, "--yes", "--reason", "Again")).toMatchObject({ status: 2 })
})

test("log-out-everywhere ends all that a person has, and log-everybody-out all that anybody has", async () => {
  const [ann, bob] = [await addPerson(world), await addPerson(world)]
  const [hers, his] = [await issueTo(world, ann), await issueTo(world, bob)]
  const api = await issueTo(world, bob, { purpose: "api" })
  const whom = ["log-out-everywhere", ann.email, "--reason", "Stolen laptop"]
  expect(sessions(...whom, "--dry-run").says).toBe("Active: 1 session.")
  expect(await statusOf(world, hers.secret)).toBe("active")
  expect(sessions(...whom, "--yes")).toMatchObject({ status: 0, says: "1 session was ended." })
  expect(await statusOf(world, hers.secret)).toBe("revoked")
  expect(await toldBy("log_out_everywhere")).toMatchObject([{ actorId: null, count: 1 }])

  expect(await statusOf(world, his.secret)).toBe("active")
  const everybody = ["log-everybody-out", "--reason", "A leak"]
  expect(sessions(...everybody)).toMatchObject({ status: 1 })
  expect(await statusOf(world, his.secret)).toBe("active")
  expect(sessions(...everybody, "--yes")).toMatchObject({ status: 0 })
  expect(await statusOf(world, his.secret)).toBe("revoked")
  expect(await statusOf(world, api.secret, "api")).toBe("active")
  expect(await toldBy("log_everyone_out")).toMatchObject([{ details: { purposes: ["session"] } }])
})
