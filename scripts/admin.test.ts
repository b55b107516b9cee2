import { hashSecret } from "log-out-everywhere"
import { afterAll, expect, test } from "vitest"
import { bundledCommands } from "@/test/world/bundled-command"
import { addPerson, createWorld, issueTo, statusOf } from "@/test/world/people"

const world = await createWorld()
const commands = await bundledCommands()
afterAll(async () => {
  commands.remove()
  await world.close()
})

const settings = {
  DATABASE_URL: world.urls.url,
  AUTH_URL: "https://app.example.com",
  AUTH_SECRET: "tWbHkYcVgQzL2mX8rP4nD6sF9jA1eU3o",
}

const create = (email: string, password: string) =>
  commands.run(["admin", "create", email, "--password-stdin"], settings, `${password}\n`)

test("an administrator is made once, with a password that is nowhere to be read", async () => {
  const made = create("You@Example.com", "lantern harbor boat")
  expect(made).toEqual({ status: 0, says: "you@example.com is an administrator now." })

  const rows = await world.sql(`SELECT email, role, "passwordHash" FROM "User"`)
  expect(rows).toEqual([
    {
      email: "you@example.com",
      role: "admin",
      passwordHash: expect.stringMatching(/^\$argon2id\$/),
    },
  ])
  // Said before a password is asked for: what it is like does not come into it.
  expect(create("You@example.com", "short")).toEqual({
    status: 1,
    says: "Someone has this email already.",
  })
})

test.each([
  ["a common password", "two@example.com", "password1234", /common/],
  ["something that is no address", "nonsense", "lantern harbor boat", /not an email address/],
])("%s is refused in a sentence", (_, email, password, sentence) => {
  expect(create(email, password)).toEqual({ status: 1, says: expect.stringMatching(sentence) })
})

test("where nobody can type, a command says what to do", () => {
  expect(commands.run(["admin", "create", "new@example.com"], settings)).toEqual({
    status: 1,
    says: "No one can type a password here: pipe it in, and add --password-stdin.",
  })
  expect(commands.run(["admin", "reset", "new@example.com"], settings)).toEqual({
    status: 1,
    says: expect.stringMatching(/There is no one to ask here: add --yes\.$/),
  })
})

test.each([
  ["of another place", "postgresql://loe@127.0.0.1:1/nothing", /cannot be used: .*ECONNREFUSED/],
  ["that is not migrated", world.urls.url.replace(/\/[^/]*$/, "/postgres"), /lacks the migrations/],
])("a database %s is one sentence, without lines of our source", (_, DATABASE_URL, sentence) => {
  const { status, says } = commands.run(
    ["admin", "create", "new@example.com", "--password-stdin"],
    { ...settings, DATABASE_URL },
    "lantern harbor boat",
  )
  expect({ status, says }).toEqual({ status: 1, says: expect.stringMatching(sentence) })
  expect(says.split("\n")).toHaveLength(1)
})

test("a person is logged out everywhere, and the log names a program", async () => {
  const person = await addPerson(world)
  const kept = [await issueTo(world, person), await issueTo(world, person, { purpose: "api" })]
  expect(await statusOf(world, kept[0]?.secret ?? "")).toBe("active")
  expect(commands.run(["admin", "log-out", person.email, "--yes"], settings)).toEqual({
    status: 0,
    says: expect.stringMatching(/is logged out everywhere\. .*1 session.*1 API token/),
  })
  expect(await statusOf(world, kept[0]?.secret ?? "")).toBe("revoked")
  expect(await statusOf(world, kept[1]?.secret ?? "", "api")).toBe("revoked")
  const logged = await world.sql(
    `SELECT action, "actorId", count FROM "AuditEvent" WHERE "targetId" = $1 AND action = 'log_out_everywhere'`,
    [person.id],
  )
  expect(logged).toEqual([{ action: "log_out_everywhere", actorId: null, count: 2 }])
  expect(commands.run(["admin", "log-out", "nobody@example.com", "--yes"], settings)).toEqual({
    status: 1,
    says: "No one has this email.",
  })
})

test("a person whom guessing has locked out is unlocked, and the log names an operator", async () => {
  const person = await addPerson(world)
  const attempt = { email: person.email, address: null, door: { kind: "stranger" } } as const
  await expect.poll(() => world.throttle.begin(attempt)).not.toBe(null)

  expect(commands.run(["admin", "unlock", person.email], settings)).toEqual({
    status: 0,
    says: `${person.email} can try to log in again.`,
  })
  expect(await world.throttle.begin(attempt)).toBe(null)
  expect(await operatorsActs(person.id)).toEqual([{ action: "allow_log_ins", actorId: null }])
  expect(commands.run(["admin", "unlock", "nobody@example.com"], settings)).toEqual({
    status: 1,
    says: "No one has this email.",
  })
})

test("the printed link of a reset is the person's one way to a new password", async () => {
  const person = await addPerson(world, { role: "admin" })
  await issueTo(world, person, { purpose: "password_reset" })

  const { status, says } = commands.run(
    ["admin", "reset", person.email, "--print", "--yes"],
    settings,
  )
  expect(status).toBe(0)
  const link = new URL(/https:\S+/.exec(says)?.[0] ?? "")
  expect(link.href).toMatch(/^https:\/\/app\.example\.com\/link\/password_reset\?secret=/)
  expect(says).toContain("Anyone with this link can take over the account until")

  const secret = link.searchParams.get("secret") ?? ""
  const found = await world.stores.tokens.findByHash(hashSecret(secret))
  expect(found?.token).toMatchObject({ purpose: "password_reset", userId: person.id })
  const live = await world.stores.tokens.countLive(person.id)
  expect(live).toEqual({ password_reset: 1 })
  expect(await operatorsActs(person.id)).toEqual([
    { action: "start_password_reset", actorId: null },
  ])
})

test("without --print the link goes to the mailbox, and to no terminal", async () => {
  const person = await addPerson(world)
  const { status, says } = commands.run(["admin", "reset", person.email, "--yes"], settings)
  expect({ status, says }).toEqual({ status: 0, says: expect.stringContaining("by email") })
  expect(says).not.toContain("secret")
  const mails = await world.sql(`SELECT kind FROM "OutboxMail" WHERE "to" = $1`, [person.email])
  expect(mails).toEqual([{ kind: "password_reset" }])
})

const operatorsActs = (targetId: string) =>
  world.sql(
    `SELECT action, "actorId" FROM "AuditEvent"
     WHERE "targetId" = $1 AND details ->> 'by' = 'operator' ORDER BY at`,
    [targetId],
  )
