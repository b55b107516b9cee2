import type { ActingTokenStore } from "../core/store.ts"
import { dead, given } from "./store-contract-given.ts"
import type { MakeStore, TestTools } from "./store-under-test.ts"

/** The laws of acts that wait for each other, and of counting. */
export function describeHolding(
  makeStore: MakeStore<ActingTokenStore>,
  { test, expect }: TestTools,
): void {
  test("a live token is held, and stays as it is", async () => {
    const { store, ann, keep, read } = await given(makeStore)
    const kept = await keep(ann)
    expect(await store.hold(kept.token.id)).toBe(true)
    expect(await read(kept)).toEqual(kept.token)
  })

  for (const [which, make] of Object.entries(dead)) {
    test(`a token that ${which} is not held, nor counted`, async () => {
      const world = await given(makeStore)
      const { token } = await make(world)
      expect(await world.store.hold(token.id)).toBe(false)
      expect(await world.store.countLive(world.ann)).toEqual({})
    })
  }

  test("what an act ended is not held, nor counted", async () => {
    const { store, ann, keep, because } = await given(makeStore)
    const { token } = await keep(ann)
    await store.raiseEpoch(ann, because("log_out_everywhere"), { purposes: ["session"] })
    expect(await store.hold(token.id)).toBe(false)
    expect(await store.countLive(ann)).toEqual({})
  })

  test("a live token is counted under its purpose, and nobody else's is", async () => {
    const { store, ann, bob, keep, because } = await given(makeStore)
    expect(await store.countLive(ann)).toEqual({})
    await keep(ann)
    await keep(ann, { purpose: "api" })
    await keep(ann, { purpose: "api" })
    await keep(bob)
    expect(await store.countLive(ann)).toEqual({ session: 1, api: 2 })
    await store.revoke(ann, { kind: "everywhere", purposes: ["api"] }, because("revoked_by_user"))
    expect(await store.countLive(ann)).toEqual({ session: 1 })
  })
}
