import { endablePurposes, hashSecret, pendingLinks, resume } from "log-out-everywhere"
import { afterAll, expect, test } from "vitest"
import { authentication } from "@/authentication"
import { otherDevices } from "@/lib/users/ports/scopes"
import { actorIn, addPerson, auditOf, createWorld, issueTo, statusOf } from "@/test/world/people"
import { logOutFor, logOutInScope, revokeSession } from "./log-out"

const world = await createWorld()
afterAll(world.close)
const { stores, sql } = world

const { purposes } = authentication.logOutEverywhere

test("logging out everywhere refuses every session on its next request, this one included", async () => {
  const [ann, bob] = [await addPerson(world), await addPerson(world)]
  const current = await issueTo(world, ann)
  const sessions = [current, await issueTo(world, ann), await issueTo(world, ann)]
  const his = await issueTo(world, bob)
  for (const { secret } of [...sessions, his]) expect(await statusOf(world, secret)).toBe("active")

  const actor = actorIn(ann, current)
  const ended = await logOutInScope(world, actor, { kind: "everywhere", purposes })

  expect(ended).toMatchObject({ ok: true, value: { ended: { session: 3 } } })
  for (const { secret } of sessions) expect(await statusOf(world, secret)).toBe("revoked")
  expect(await statusOf(world, his.secret)).toBe("active")
})

test.each([
  ["as shipped: all but the two recovery links", purposes, ["report", "email_change_undo"]],
  ["API tokens spared", endablePurposes.filter((each) => each !== "api"), ["api"]],
  ["sessions alone", ["session"], endablePurposes.filter((each) => each !== "session")],
] as const)(
  "logging out everywhere ends the purposes of its scope, %s",
  async (_, scope, spared) => {
    const ann = await addPerson(world)
    const tokens = await Promise.all(
      endablePurposes.map(async (purpose) => ({
        purpose,
        ...(await issueTo(world, ann, { purpose })),
      })),
    )
    for (const { purpose, secret } of tokens)
      expect(await statusOf(world, secret, purpose)).toBe("active")

    await logOutFor(world, ann.id, { kind: "everywhere", purposes: scope })

    const live = []
    for (const { purpose, secret } of tokens) {
      if ((await statusOf(world, secret, purpose)) === "active") live.push(purpose)
    }
    expect(live.toSorted()).toEqual([...spared].toSorted())
  },
)

test("logging out other devices spares this one, and ends every mailed link that waits", async () => {
  const ann = await addPerson(world)
  const [current, phone] = [await issueTo(world, ann), await issueTo(world, ann)]
  const links = await Promise.all(pendingLinks.map((purpose) => issueTo(world, ann, { purpose })))
  const spared = [
    await issueTo(world, ann, { purpose: "api" }),
    await issueTo(world, ann, { purpose: "report" }),
    await issueTo(world, ann, { purpose: "email_change_undo" }),
  ]

  const actor = actorIn(ann, current)
  const ended = await logOutInScope(world, actor, otherDevices(current.token.id))

  const eachLink = Object.fromEntries(pendingLinks.map((purpose) => [purpose, 1]))
  expect(ended.ok && ended.value.ended).toEqual({ session: 1, ...eachLink })
  expect(await statusOf(world, phone.secret)).toBe("revoked")
  for (const { token, secret } of links)
    expect(await statusOf(world, secret, token.purpose)).toBe("revoked")
  expect(await statusOf(world, current.secret)).toBe("active")
  for (const { token, secret } of spared)
    expect(await statusOf(world, secret, token.purpose)).toBe("active")
})

test("logging out one's own device ends that one, and another person's id ends nothing", async () => {
  const [ann, bob] = [await addPerson(world), await addPerson(world)]
  const [laptop, phone, his] = [
    await issueTo(world, ann),
    await issueTo(world, ann),
    await issueTo(world, bob),
  ]

  const actor = actorIn(ann, laptop)
  expect(await revokeSession(world, actor, phone.token.id)).toEqual({ ok: true, value: 1 })
  expect(await revokeSession(world, actor, his.token.id)).toEqual({ ok: true, value: 0 })

  expect(await statusOf(world, phone.secret)).toBe("revoked")
  expect(await statusOf(world, laptop.secret)).toBe("active")
  expect(await statusOf(world, his.secret)).toBe("active")
  expect(await auditOf(world, bob)).toEqual([])
})

test("ended twice, a session keeps its first reason, and the second act counts 0", async () => {
  const ann = await addPerson(world)
  const { token, secret } = await issueTo(world, ann)
  const actor = actorIn(ann, await issueTo(world, ann))

  expect(await revokeSession(world, actor, token.id)).toEqual({ ok: true, value: 1 })
  expect(await revokeSession(world, actor, token.id)).toEqual({ ok: true, value: 0 })
  expect(await logOutInScope(world, actor, { kind: "everywhere", purposes })).toMatchObject({
    ok: true,
    value: { ended: { session: 1 } },
  })

  const found = await stores.tokens.findByHash(hashSecret(secret))
  expect(found?.token.revocation?.reason).toBe("revoked_by_user")
})

test("a revoked session is not revived by a touch, however it comes", async () => {
  const ann = await addPerson(world)
  const { token, secret } = await issueTo(world, ann)
  await sql(
    `UPDATE log_out_everywhere.token SET "lastActiveAt" = now() - interval '1 hour' WHERE id = $1`,
    [token.id],
  )
  await revokeSession(world, actorIn(ann, await issueTo(world, ann)), token.id)

  await resume(stores.tokens, authentication.policy, "session", secret, { touch: true })
  await stores.tokens.touch(token.id, new Date(), new Date(Date.now() + 60_000))

  expect(await statusOf(world, secret)).toBe("revoked")
})

test("a row that is deleted by hand is a session that is gone", async () => {
  const ann = await addPerson(world)
  const { token, secret } = await issueTo(world, ann)
  expect(await statusOf(world, secret)).toBe("active")
  await sql(`DELETE FROM log_out_everywhere.token WHERE id = $1`, [token.id])
  expect(await statusOf(world, secret)).toBe("unknown")
})

test("each act writes one entry that says who, whom, why, how far, how many and from where", async () => {
  const ann = await addPerson(world)
  const [current, phone] = [await issueTo(world, ann), await issueTo(world, ann)]
  await issueTo(world, ann)
  const entry = { actorId: ann.id, targetId: ann.id, address: ann.address }

  const actor = actorIn(ann, current)
  await revokeSession(world, actor, phone.token.id)
  await logOutInScope(world, actor, otherDevices(current.token.id))
  await logOutInScope(world, actor, { kind: "everywhere", purposes })

  expect(await auditOf(world, ann)).toEqual([
    {
      ...entry,
      action: "revoke_session",
      reason: "revoked_by_user",
      scope: "one",
      count: 1,
      details: { token: phone.token.id },
    },
    {
      ...entry,
      action: "log_out_others",
      reason: "log_out_others",
      scope: "others",
      count: 1,
      details: { purposes: ["session", ...pendingLinks] },
    },
    {
      ...entry,
      action: "log_out_everywhere",
      reason: "log_out_everywhere",
      scope: "everywhere",
      count: 1,
      details: { purposes },
    },
  ])
})
