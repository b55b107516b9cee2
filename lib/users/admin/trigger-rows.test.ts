import {
  endablePurposes,
  type RevocationReason,
  type TokenPurpose,
  type TriggerRule,
} from "log-out-everywhere"
import { afterAll, describe, expect, test } from "vitest"
import { authentication } from "@/authentication"
import { whileBroken } from "@/test/mail/links"
import { triggerActs } from "@/test/races/trigger-acts"
import {
  actorOf,
  addPerson,
  auditOf,
  createWorld,
  issueTo,
  type Person,
  statusOf,
} from "@/test/world/people"
import { deleteUser } from "./administer-user"

const world = await createWorld()
afterAll(world.close)
const { sql, stores } = world

type Event = keyof typeof triggerActs
type Held = "current" | TokenPurpose

const events = Object.keys(triggerActs) as Event[]
const pending = ["password_reset", "magic_link", "invitation", "email_change"] as const
const recoverable = ["session", "api", ...pending] as const

/** Written out a second time: the table whose reasons docs/decisions/tokens/014-what-ends-with-what.md gives. */
const shipped: Readonly<Record<Event, readonly Held[]>> = {
  password_changed: recoverable,
  password_reset: ["current", ...recoverable],
  reset_started_by_admin: [],
  email_changed: ["session", ...pending],
  role_changed: ["current", ...recoverable],
  account_disabled: ["current", ...endablePurposes],
  provider_unlinked: ["session", ...pending],
  reported: ["current", ...recoverable],
}

/** These mail a link for a new password, which takes the place of one that waits. */
const mailsReset: readonly Event[] = ["reset_started_by_admin", "reported"]

describe.each(events)("%s", (event) => {
  const { reason, isOwn, prepare, run } = triggerActs[event]

  test("ends what the policy says, for its own reason, and nothing else", async () => {
    const given = await holder()
    expect(await endingsOf(given)).toEqual(ended([]))
    const rule = authentication.triggers[event]

    expect(await run(world, given, rule)).toMatchObject({ ok: true })

    expect(await endingsOf(given)).toEqual(ended(shipped[event]))
    for (const [purpose, { secret }] of given.others) {
      const isEnded = (shipped[event] as readonly Held[]).includes(purpose)
      const isReplaced = purpose === "password_reset" && mailsReset.includes(event)
      const status = isEnded || isReplaced ? "revoked" : "active"
      expect([purpose, await statusOf(world, secret, purpose)]).toEqual([purpose, status])
    }
  })

  test.each<[string, TriggerRule, readonly Held[], string | null]>([
    [
      "everything",
      { scope: "everywhere", purposes: ["api"] },
      ["api"],
      // The acting session has just been given a new secret.
      event === "password_changed" ? "others" : "everywhere",
    ],
    [
      "other devices",
      { scope: "others", purposes: ["session"] },
      isOwn ? ["session"] : ["current", "session"],
      isOwn ? "others" : "everywhere",
    ],
    ["nothing", { scope: "none", purposes: [] }, [], null],
  ])(
    "ends %s within the purposes of a row that says so, and writes it down",
    async (_, rule, names, scope) => {
      const given = await holder()
      expect(await run(world, given, rule)).toMatchObject({ ok: true })
      expect(await endingsOf(given)).toEqual(ended(names))
      const entries = await auditOf(world, given.person)
      expect(entries.find((entry) => entry.reason === reason)).toMatchObject({ scope })
    },
  )

  test.each(['"AuditEvent"', "log_out_everywhere.ended_epoch"])(
    "changes nothing where %s cannot be written",
    async (table) => {
      const given = await holder()
      const before = await stateOf(given.person)
      await whileBroken(world, `INSERT ON ${table}`, async () => {
        const rule = authentication.triggers[event]
        await expect(run(world, given, rule)).rejects.toThrow("broken on purpose")
      })
      expect(await endingsOf(given)).toEqual(ended([]))
      expect(await stateOf(given.person)).toEqual(before)
      expect(await statusOf(world, given.current.secret)).toBe("active")
    },
  )

  async function holder() {
    const person = await addPerson(world)
    const secret = await prepare(world, person)
    const current = await issueTo(world, person)
    const others = []
    for (const purpose of endablePurposes) {
      others.push([purpose, await issueTo(world, person, { purpose })] as const)
    }
    return { person, secret, current, others }
  }

  function ended(names: readonly Held[]): Record<Held, RevocationReason | null> {
    const all = Object.fromEntries(
      ["current", ...endablePurposes].map((name) => [
        name,
        names.includes(name as Held) ? reason : null,
      ]),
    ) as Record<Held, RevocationReason | null>
    return all
  }

  /** A waiting link for a new password that only gave way to a newer one ended by no trigger. */
  async function endingsOf({ current, others }: Awaited<ReturnType<typeof holder>>) {
    const endings: [string, string | null][] = []
    for (const [name, { token }] of [["current", current] as const, ...others]) {
      const [row] = await sql<{ reason: string | null }>(
        `SELECT nullif("revocationReason", 'replaced') AS reason FROM log_out_everywhere.token_status WHERE id = $1`,
        [token.id],
      )
      endings.push([name, row?.reason ?? null])
    }
    return Object.fromEntries(endings)
  }
})

test("deleting an account takes every token with it, or, where it cannot be written down, nothing", async () => {
  const [by, ann] = [await addPerson(world, { role: "admin" }), await addPerson(world)]
  const actor = await actorOf(world, by)
  const tokens = []
  for (const purpose of endablePurposes) tokens.push(await issueTo(world, ann, { purpose }))
  const before = await stateOf(ann)
  await whileBroken(world, 'INSERT ON "AuditEvent"', async () => {
    await expect(deleteUser(world, actor, ann.id)).rejects.toThrow("broken on purpose")
  })
  expect(await stateOf(ann)).toEqual(before)
  const oneOfEach = Object.fromEntries(endablePurposes.map((purpose) => [purpose, 1]))
  expect(await stores.tokens.countLive(ann.id)).toEqual(oneOfEach)

  expect(await deleteUser(world, actor, ann.id)).toEqual({ ok: true, value: oneOfEach })
  for (const { secret, token } of tokens) {
    expect(await statusOf(world, secret, token.purpose)).toBe("unknown")
  }
  expect(await sql(`SELECT FROM log_out_everywhere.token WHERE "userId" = $1`, [ann.id])).toEqual(
    [],
  )
})

/** What the person's own row and their providers say. */
async function stateOf({ id }: Person) {
  return [
    await sql(`SELECT * FROM "User" WHERE id = $1`, [id]),
    await sql(`SELECT * FROM "Account" WHERE "userId" = $1`, [id]),
    await sql(`SELECT * FROM log_out_everywhere.token WHERE "userId" = $1 ORDER BY id`, [id]),
  ]
}
