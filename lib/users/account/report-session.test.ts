import { type TriggerRule, totalOf } from "log-out-everywhere"
import { afterAll, expect, test } from "vitest"
import { authentication } from "@/authentication"
import { logOutFor } from "@/lib/users/log-in/log-out"
import { fifty, reportLinkFor } from "@/test/mail/links"
import { linkIn, mailsTo } from "@/test/mail/written-mails"
import { addPerson, auditOf, createWorld, issueTo, statusOf } from "@/test/world/people"
import { withRule } from "@/test/world/rules"
import { changePassword } from "./change-password"
import { reportSession, type SessionReport } from "./report-session"

const world = await createWorld()
afterAll(world.close)
const { stores, sql } = world

const { triggers, logOutEverywhere } = authentication
const ended = { ok: false, failure: "link_ended" }

test.each([
  ["the one session that the mail told of", "one", { session: 1 }, "active", "active"],
  ["everything", "everywhere", { session: 2, api: 1 }, "revoked", "revoked"],
] as const)("the person chooses to end %s", async (_, answer, ended, laptopIs, keyIs) => {
  const ann = await addPerson(world)
  const [thief, laptop, key] = [
    await issueTo(world, ann),
    await issueTo(world, ann),
    await issueTo(world, ann, { purpose: "api" }),
  ]
  const secret = await reportLinkFor(world, ann, thief.token)

  expect(await report(secret, answer)).toEqual({ ok: true, value: ended })

  expect(await statusOf(world, thief.secret)).toBe("revoked")
  expect(await statusOf(world, laptop.secret)).toBe(laptopIs)
  expect(await statusOf(world, key.secret, "api")).toBe(keyIs)
  const reset = await linkIn(world, ann.email, "password_reset")
  expect(await statusOf(world, reset, "password_reset")).toBe("active")
  expect((await auditOf(world, ann)).at(-1)).toEqual({
    action: "report_session",
    actorId: ann.id,
    targetId: ann.id,
    reason: "reported",
    scope: answer,
    count: totalOf(ended),
    address: "192.0.2.7",
    details: null,
  })
})

test.each([
  ["everything", "everywhere", ["before"], ["oidc"]],
  ["the one session", "one", ["before", "since"], undefined],
] as const)(
  "ending %s deals so with log-ins connected before the session and since it began",
  async (_, answer, left, removed) => {
    const ann = await addPerson(world)
    const accountOf = (when: string) => ({
      provider: "oidc",
      providerAccountId: `${when} ${ann.id}`,
    })
    await stores.accounts.link(ann.id, accountOf("before"), "oidc")
    await sql(`UPDATE "Account" SET "linkedAt" = now() - interval '1 hour' WHERE "userId" = $1`, [
      ann.id,
    ])
    const secret = await reportLinkFor(world, ann)
    await stores.accounts.link(ann.id, accountOf("since"), "oidc")

    expect(await report(secret, answer)).toMatchObject({ ok: true })

    const accounts = await stores.accounts.list(ann.id)
    expect(accounts.map(({ providerAccountId }) => providerAccountId.split(" ")[0])).toEqual(left)
    const mailed = (await mailsTo(world, ann.email)).at(-1)
    expect([mailed?.kind, mailed?.facts]).toEqual([
      "password_reset",
      { expiresAt: expect.any(String), ...(removed && { removed: removed.join(", ") }) },
    ])
    expect((await auditOf(world, ann)).at(-1)?.details).toEqual(
      removed ? { providers: removed } : null,
    )
  },
)

test("where the policy decides, the answer counts for nothing", async () => {
  const ann = await addPerson(world)
  const [thief, laptop] = [await issueTo(world, ann), await issueTo(world, ann)]
  const secret = await reportLinkFor(world, ann, thief.token)
  await report(secret, "one", { scope: "everywhere", purposes: ["session"] })
  expect(await statusOf(world, laptop.secret)).toBe("revoked")
})

test("of fifty uses of one link at once one wins, and one link for a new password is mailed", async () => {
  const ann = await addPerson(world)
  const secret = await reportLinkFor(world, ann)
  const used = await fifty(() => report(secret, "everywhere"))
  expect(used.filter(({ ok }) => ok)).toHaveLength(1)
  expect(used.filter(({ ok }) => !ok)).toEqual(Array.from({ length: 49 }, () => ended))
  const kinds = (await mailsTo(world, ann.email)).map(({ kind }) => kind)
  expect(kinds.filter((kind) => kind === "password_reset")).toHaveLength(1)
})

test("the link outlives whatever a thief does from inside: log out everywhere, or change the password", async () => {
  const ann = await addPerson(world)
  const thief = await issueTo(world, ann)
  const secret = await reportLinkFor(world, ann, thief.token)
  const { purposes } = logOutEverywhere
  const session = { ...ann, userId: ann.id, tokenId: thief.token.id, secret: thief.secret }
  const change = {
    currentPassword: ann.password,
    newPassword: "harbor lantern demo",
    endsOthers: true,
    device: "Firefox on Linux",
  }
  expect(await changePassword(world, session, change)).toMatchObject({ ok: true })
  await logOutFor(world, ann.id, { kind: "everywhere", purposes })
  expect(await report(secret, "everywhere")).toEqual({ ok: true, value: {} })
})

test("a session of somebody else cannot be ended by a link of one's own", async () => {
  const [ann, bob] = [await addPerson(world), await addPerson(world)]
  const his = await issueTo(world, bob)
  const secret = await reportLinkFor(world, ann)
  await sql(
    `UPDATE log_out_everywhere.token SET data = $2 WHERE "userId" = $1 AND purpose = 'report'`,
    [ann.id, JSON.stringify({ tokenId: his.token.id })],
  )
  expect(await report(secret, "one")).toEqual({ ok: true, value: {} })
  expect(await statusOf(world, his.secret)).toBe("active")
})

test.each([
  [
    "that is past its deadline",
    `UPDATE log_out_everywhere.token SET "expiresAt" = now() - interval '1 second' WHERE "userId" = $1`,
  ],
  [
    "of somebody disabled",
    `UPDATE log_out_everywhere.owner SET "disabledAt" = now() WHERE "userId" = $1`,
  ],
])("a link %s does nothing", async (_, change) => {
  const ann = await addPerson(world)
  const secret = await reportLinkFor(world, ann)
  await sql(change, [ann.id])
  expect(await report(secret, "everywhere")).toEqual(ended)
  expect((await mailsTo(world, ann.email)).map(({ kind }) => kind)).toEqual(["new_device"])
})

function report(
  secret: string,
  answer: SessionReport["answer"],
  rule: TriggerRule = triggers.reported,
) {
  const given = { secret, address: "192.0.2.7", answer, nameOf: (id: string) => id }
  return reportSession(withRule(world, "reported", rule), given)
}
