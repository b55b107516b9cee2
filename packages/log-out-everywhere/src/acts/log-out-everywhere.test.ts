import { expect, test } from "vitest"
import { defineAuthentication } from "../core/authentication.ts"
import type { AuthenticationOptions } from "../core/authentication-options.ts"
import { fail } from "../core/result.ts"
import type { TokenStore } from "../core/store.ts"
import type { TokenOwner } from "../core/token.ts"
import type { TokenDatabase } from "../core/token-database.ts"
import type { MemoryTransaction } from "../testing/memory-database.ts"
import { policy } from "../testing/options-under-test.ts"
import { given, options } from "./facade-under-test.ts"
import { logOutEverywhere } from "./log-out-everywhere.ts"

test("a dead secret that comes back is told with whose it was", async () => {
  const { loe, logIn, statusOf, refusals } = given()
  const kept = await logIn()
  await loe.logOutEverywhere("ann")
  await statusOf(kept)
  expect(refusals).toEqual([
    {
      ...{ of: "resume", failure: "revoked", purpose: "session" },
      ...{ userId: "ann", tokenId: kept.token.id },
    },
  ])
})

test("where a person is logged in is listed, of a store that can", async () => {
  const { loe, store, logIn } = given()
  const [first, second] = [await logIn(), await logIn()]
  await loe.revoke("ann", first.token.id)
  expect(await loe.liveTokens("ann")).toEqual([second.token])
  expect(await loe.liveTokens("bob")).toEqual([])
  const { liveTokens: _, ...without } = store
  const blind = logOutEverywhere({ store: without })
  await expect(blind.liveTokens("ann")).rejects.toThrow("give it `liveTokens`")
})

test("what the hook of an act throws undoes the act", async () => {
  const { store, logIn, statusOf } = given()
  const authentication = defineAuthentication(options)
  const kept = await logIn()
  const loe = logOutEverywhere({
    authentication,
    store,
    onAct() {
      throw new Error("The audit log is full.")
    },
  })
  await expect(loe.logOutEverywhere("ann")).rejects.toThrow("The audit log is full.")
  expect(await statusOf(kept)).toBe("active")
})

test("the app's own write and the act happen together or not at all", async () => {
  const { loe, store, logIn, statusOf } = given()
  const kept = await logIn()
  let hash = "old"
  const change = (isThrown: boolean) =>
    store.transact(async (_, __, tx) => {
      hash = "new"
      tx.onRollback(() => {
        hash = "old"
      })
      await loe.in(tx).passwordChanged("ann", { keep: null })
      if (isThrown) throw new Error("The disk is full.")
    })
  await expect(change(true)).rejects.toThrow("The disk is full.")
  expect([hash, await statusOf(kept)]).toEqual(["old", "active"])
  await change(false)
  expect([hash, await statusOf(kept)]).toEqual(["new", "revoked"])
})

test("an act of the app runs only while its session lives", async () => {
  const { loe, logIn, refusals } = given()
  const { token } = await logIn()
  expect(await loe.asActor(token, async () => "done")).toBe("done")
  await loe.logOutEverywhere("ann")
  expect(await loe.asActor(token, async () => "done")).toEqual(fail("session_ended"))
  expect(refusals).toEqual([
    {
      ...{ of: "act", failure: "session_ended", purpose: "session" },
      ...{ userId: "ann", tokenId: token.id },
    },
  ])
})

test("a store without locks says so: to the caller of an act, and at the start if sessions are limited", async () => {
  const { store, logIn } = given()
  const { token } = await logIn()
  const { hold: __, ...tokens } = store.tokens
  const bare: TokenStore = tokens
  const without: TokenDatabase<TokenOwner, MemoryTransaction> = {
    tokens: bare,
    in: () => bare,
    transact: (work) => store.transact((_, now, tx) => work(bare, now, tx)),
  }
  const loe = logOutEverywhere({ authentication: defineAuthentication(options), store: without })
  await expect(loe.asActor(token, async () => "done")).rejects.toThrow(/`lockOwner` and `hold`/)
  const limited = policy({ maxSessions: { standard: { max: 1, atLimit: "refuse" } } })
  const authentication = defineAuthentication(limited as unknown as AuthenticationOptions)
  expect(() => logOutEverywhere({ authentication, store: without })).toThrow(/maxSessions/)
})

test("an add-on's action runs through the facade; without it there is nothing to run it with", async () => {
  const { loe, logIn, statusOf, acts } = given()
  const authentication = defineAuthentication(options)
  const kept = await logIn()
  const addOn = authentication.addOn("log_out_everywhere")
  await expect(authentication.action(addOn, "log_out_everywhere", { user: "ann" })).rejects.toThrow(
    /^tokens\.revoke: left out/,
  )
  expect(await loe.action(addOn, "log_out_everywhere", { user: "ann" })).toEqual({ session: 1 })
  expect(await statusOf(kept)).toBe("revoked")
  expect(acts.at(-1)).toMatchObject({ reason: "log_out_everywhere", by: null })
})
