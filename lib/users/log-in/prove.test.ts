import { hashSecret, isFresh } from "log-out-everywhere"
import { afterAll, expect, test } from "vitest"
import { authentication } from "@/authentication"
import { actingIn, addPerson, auditOf, createWorld, issueTo, statusOf } from "@/test/world/people"
import { prove } from "./prove"

const world = await createWorld()
afterAll(world.close)
const { stores, sql } = world

test("a proof makes a stale session fresh, under a new secret, with its deadline where it was", async () => {
  const ann = await addPerson(world)
  const session = await issueTo(world, ann)
  await sql(
    `UPDATE log_out_everywhere.token SET "provedAt" = now() - interval '1 hour' WHERE id = $1`,
    [session.token.id],
  )
  expect(await freshness(session.secret)).toBe(false)

  const proved = await prove(world, actingIn(ann, session), ann.password)

  const secret = proved.ok ? proved.value : ""
  expect(await statusOf(world, session.secret)).toBe("unknown")
  expect(await freshness(secret)).toBe(true)
  const found = await stores.tokens.findByHash(hashSecret(secret))
  expect(found?.token).toMatchObject({ id: session.token.id, expiresAt: session.token.expiresAt })
  expect((await auditOf(world, ann)).map(({ action }) => action)).toEqual(["prove"])
})

test("a wrong password leaves the session as it was, and is written down", async () => {
  const ann = await addPerson(world)
  const session = await issueTo(world, ann)
  const proved = await prove(world, actingIn(ann, session), "lantern")
  expect(proved).toEqual({ ok: false, failure: "wrong_password" })
  expect(await statusOf(world, session.secret)).toBe("active")
  expect((await auditOf(world, ann)).map(({ action }) => action)).toEqual(["prove_failed"])
})

test("a session that ended meanwhile is not proved back to life", async () => {
  const ann = await addPerson(world)
  const session = await issueTo(world, ann)
  await sql(
    `UPDATE log_out_everywhere.token SET "idleAt" = now() - interval '1 second' WHERE id = $1`,
    [session.token.id],
  )
  const proved = await prove(world, actingIn(ann, session), ann.password)
  expect(proved).toEqual({ ok: false, failure: "changed_meanwhile" })
  expect(await statusOf(world, session.secret)).toBe("idle")
  expect(await auditOf(world, ann)).toEqual([])
})

test("guessing in a stolen session is slowed down like guessing at the door", async () => {
  const ann = await addPerson(world)
  const acting = actingIn(ann, await issueTo(world, ann))
  const attempts = Array.from({ length: 12 }, () => prove(world, acting, "lantern"))
  const failures = (await Promise.all(attempts)).map((result) => (result.ok ? "" : result.failure))
  expect(failures.filter((failure) => failure === "wrong_password")).toHaveLength(10)
  expect(failures.filter((failure) => failure === "throttled")).toHaveLength(2)
})

test("guessing in a stolen session does not keep the owner from proving who they are elsewhere", async () => {
  const ann = await addPerson(world)
  const [stolen, own] = [await issueTo(world, ann), await issueTo(world, ann)]
  for (let tried = 0; tried < 12; tried++) await prove(world, actingIn(ann, stolen), "lantern")
  const inOwn = actingIn(ann, own)
  expect(await prove(world, inOwn, ann.password)).toMatchObject({
    ok: true,
  })
})

async function freshness(secret: string): Promise<boolean | undefined> {
  const found = await stores.tokens.findByHash(hashSecret(secret))
  return found ? isFresh(found.token, authentication.policy, found.now) : undefined
}
