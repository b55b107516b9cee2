import { expect, test } from "vitest"
import { defineAuthentication } from "../core/authentication.ts"
import type { AuthenticationOptions } from "../core/authentication-options.ts"
import { policy } from "../testing/options-under-test.ts"
import { given, options, recording } from "./facade-under-test.ts"
import { logOutEverywhere } from "./log-out-everywhere.ts"

test("each act is told once, with its person and its token", async () => {
  const { loe, logIn, acts, store } = given()
  const { token, secret } = await logIn()
  await loe.rotate(token, secret)
  await loe.revoke("ann", token.id)
  const owner = store.tokens.owners.get("ann")
  expect(acts).toMatchObject([
    { kind: "issued", owner, at: token.issuedAt, token },
    { kind: "rotated", owner, tokenId: token.id },
    { kind: "ended", owner, reason: "revoked_by_user", by: "ann", scope: "one", event: null },
  ])
})

test("a hook counts what an act ended in its transaction, and the caller afterwards", async () => {
  const { store } = recording()
  const counts: unknown[] = []
  const { logIn } = given({}, store)
  const loe = logOutEverywhere({
    authentication: defineAuthentication(options),
    store,
    onAct: async (_, act) => void (act.kind === "ended" && counts.push(await act.count())),
  })
  const { token } = await logIn()
  await loe.revoke("ann", token.id)
  await logIn()
  await logIn({ purpose: "api" })
  const ended = await loe.logOutEverywhere("ann", { purposes: ["session", "api"] })
  counts.push(await ended.count())
  const all = { session: 1, api: 1 }
  expect(counts).toEqual([{ session: 1 }, all, all])
})

test("a store that begins again tells what it refused once", async () => {
  const { loe, asked, refusals } = given({}, recording(3).store)
  const mark = await loe.mark()
  await loe.logOutEverywhere("ann")
  await loe.issue({ ...asked, mark })
  expect(refusals).toHaveLength(1)
})

test("a secret that is unknown is looked up once, a dead one once more", async () => {
  const { store, calls } = recording()
  const { loe, logIn, statusOf } = given({}, store)
  const lookUps = async (secret: string) => {
    calls.length = 0
    await statusOf({ secret })
    return calls
  }
  expect(await lookUps("unknown")).toEqual(["findByHash"])
  const { secret } = await logIn()
  await loe.logOut(secret)
  expect(await lookUps(secret)).toEqual(["findByHash", "findByHash"])
})

test("an act of the app waits for the owner before it looks at the session", async () => {
  const { store, calls } = recording()
  const { loe, logIn } = given({}, store)
  const { token } = await logIn()
  calls.length = 0
  await loe.asActor(token, async () => void calls.push("the work"))
  expect(calls).toEqual(["lockOwner", "hold", "the work"])
})

test("a log-in that is counted waits for the owner before it counts", async () => {
  const { store, calls } = recording()
  const limited = policy({ maxSessions: { standard: { max: 1, atLimit: "refuse" } } })
  const { loe, asked } = given(limited as unknown as AuthenticationOptions, store)
  const mark = await loe.mark()
  await Promise.all([loe.issue({ ...asked, mark }), loe.issue({ ...asked, purpose: "api", mark })])
  expect(calls).toEqual([
    ...["mark", "lockOwner", "findOwner", "countLive", "insert", "countLive"],
    ...["findOwner", "insert"],
  ])
})

test("the browser of a session that is revoked is trusted no more; logging out takes no trust away", async () => {
  const { loe, logIn } = given()
  const browser = await logIn({ purpose: "browser" })
  const browserId = browser.token.id
  const [first, second] = [await logIn({ browserId }), await logIn({ browserId })]
  const isKnown = async () => (await loe.resume("browser", browser.secret, { touch: false })).ok
  await loe.logOut(first.secret)
  expect(await isKnown()).toBe(true)
  await loe.revoke("ann", second.token.id)
  expect(await isKnown()).toBe(false)
})
