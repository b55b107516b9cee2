import { afterAll, expect, test } from "vitest"
import { authentication } from "@/authentication"
import { logInBy } from "@/test/races/browsers"
import { actorIn, addPerson, auditOf, createWorld, issueTo, statusOf } from "@/test/world/people"
import { withRule } from "@/test/world/rules"
import { reportOwnSession } from "./report-session"

const world = await createWorld()
afterAll(world.close)
const { triggers } = authentication

async function someone() {
  const ann = await addPerson(world)
  const [here, thief, laptop] = [
    await logInBy(world, ann),
    await logInBy(world, ann),
    await issueTo(world, ann),
  ]
  return { ann, actor: actorIn(ann, here.issued), here: here.issued, thief, laptop }
}

test("a person who is logged in ends the session that was not theirs, with the trust in its browser, and no other", async () => {
  const { ann, actor, here, thief, laptop } = await someone()
  const [browser = ""] = thief.secrets
  expect(await statusOf(world, thief.issued.secret)).toBe("active")
  expect(await statusOf(world, browser, "browser")).toBe("active")

  const { id } = thief.issued.token
  expect(await reportOwnSession(world, actor, id)).toEqual({
    ok: true,
    value: { session: 1 },
  })

  expect(await statusOf(world, thief.issued.secret)).toBe("revoked")
  expect(await statusOf(world, browser, "browser")).toBe("revoked")
  for (const { secret } of [here, laptop]) expect(await statusOf(world, secret)).toBe("active")
  expect((await auditOf(world, ann)).at(-1)).toMatchObject({
    action: "report_session",
    actorId: ann.id,
    reason: "reported",
    scope: "one",
    count: 1,
  })
})

test("another's session is not reached, and a second report ends nothing and tells nothing", async () => {
  const [one, other] = [await someone(), await someone()]
  const report = (tokenId: string) => reportOwnSession(world, one.actor, tokenId)
  expect(await report(other.thief.issued.token.id)).toEqual({ ok: true, value: {} })
  expect(await statusOf(world, other.thief.issued.secret)).toBe("active")

  await report(one.thief.issued.token.id)
  const told = (await auditOf(world, one.ann)).length
  expect(await report(one.thief.issued.token.id)).toEqual({ ok: true, value: {} })
  expect(await auditOf(world, one.ann)).toHaveLength(told)
})

test("where the rule says everything, everything ends", async () => {
  const { actor, here, thief, laptop } = await someone()
  const parts = withRule(world, "reported", { ...triggers.reported, scope: "everywhere" })
  await reportOwnSession(parts, actor, thief.issued.token.id)
  for (const { secret } of [here, thief.issued, laptop])
    expect(await statusOf(world, secret)).toBe("revoked")
})
