import { afterAll, expect, test } from "vitest"
import { actingIn, addPerson, auditOf, createWorld, issueTo, statusOf } from "@/test/world/people"
import { logOut } from "./log-out"
import { rotateProved } from "./prove"

const world = await createWorld()
afterAll(world.close)
const { stores } = world

test("a log-out ends exactly the session behind the secret, once", async () => {
  const ann = await addPerson(world)
  const [laptop, phone] = [await issueTo(world, ann), await issueTo(world, ann)]

  expect(await logOut(world, laptop.secret, ann.address)).toBe(true)
  expect(await logOut(world, laptop.secret, ann.address)).toBe(true)

  expect(await statusOf(world, laptop.secret)).toBe("revoked")
  expect(await statusOf(world, phone.secret)).toBe("active")
  expect((await auditOf(world, ann)).map(({ action, count }) => [action, count])).toEqual([
    ["log_out", 1],
  ])
})

test.each(["", "garbage", "x".repeat(100_000)])(
  "a log-out with a worthless secret does nothing",
  async (secret) => {
    expect(await logOut(world, secret, null)).toBe(false)
  },
)

test("a log-out with a secret that has a successor does not say that it is over", async () => {
  const ann = await addPerson(world)
  const [rotated, replaced] = [await issueTo(world, ann), await issueTo(world, ann)]
  await rotateProved(world, actingIn(ann, rotated))
  const one = { kind: "one", tokenId: replaced.token.id, purpose: "session" } as const
  const revocation = { at: new Date(), reason: "replaced", by: ann.id } as const
  await stores.tokens.revoke(ann.id, one, revocation)
  for (const { secret } of [rotated, replaced])
    expect(await logOut(world, secret, ann.address)).toBe(false)
})

test("a log-out with another purpose's secret does not use that up", async () => {
  const ann = await addPerson(world)
  const { secret } = await issueTo(world, ann, { purpose: "password_reset" })
  await logOut(world, secret, ann.address)
  expect(await statusOf(world, secret, "password_reset")).toBe("active")
})
