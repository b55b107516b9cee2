import type { ActingTokenStore } from "../core/store.ts"
import { given, second } from "./store-contract-given.ts"
import type { MakeStore, TestTools } from "./store-under-test.ts"

/** The laws of making room, and of coming back to a session that went idle. */
export function describeLimits(
  makeStore: MakeStore<ActingTokenStore>,
  { test, expect }: TestTools,
): void {
  test("the sessions that were used last stay, and the others of this person end", async () => {
    const { store, ann, bob, at, keep, statusOf, read, because } = await given(makeStore)
    const oldest = await keep(ann, { lastActiveAt: at(-30 * second) })
    const spared = await keep(ann, { lastActiveAt: at(-40 * second) })
    const latest = await keep(ann, { lastActiveAt: at(-10 * second) })
    const api = await keep(ann, { purpose: "api", lastActiveAt: at(-90 * second) })
    const his = await keep(bob, { lastActiveAt: at(-90 * second) })

    const revocation = because("session_limit", null)
    expect(await store.revokeLeastRecent(ann, "session", 2, spared.token.id, revocation)).toBe(1)
    expect((await read(oldest))?.revocation?.reason).toBe("session_limit")
    for (const kept of [spared, latest, api, his]) expect(await statusOf(kept)).toBe("active")
    expect(await store.revokeLeastRecent(ann, "session", 2, spared.token.id, revocation)).toBe(0)
  })

  test("an idle session that was replaced says so, and stays over", async () => {
    const { store, ann, at, now, keep, read, statusOf } = await given(makeStore)
    const idle = await keep(ann, { idleAt: at(-second) })
    expect(await store.replaceIdle(idle.token.id, now)).toBe(true)
    expect((await read(idle))?.revocation?.reason).toBe("replaced")
    expect(await statusOf(idle)).toBe("revoked")
    expect(await store.replaceIdle(idle.token.id, now)).toBe(false)
  })

  test("neither a live session nor an expired one is replaced that way", async () => {
    const { store, ann, at, now, keep, statusOf } = await given(makeStore)
    const live = await keep(ann)
    const expired = await keep(ann, { idleAt: at(-second), expiresAt: at(-second) })
    expect(await store.replaceIdle(live.token.id, now)).toBe(false)
    expect(await store.replaceIdle(expired.token.id, now)).toBe(false)
    expect(await statusOf(live)).toBe("active")
    expect(await statusOf(expired)).toBe("expired")
  })

  test("a session that ended with its generation was not replaced", async () => {
    const { store, ann, at, now, keep, read, raiseGeneration } = await given(makeStore)
    const voided = await keep(ann, { idleAt: at(-second) })
    await raiseGeneration("session")
    expect(await store.replaceIdle(voided.token.id, now)).toBe(false)
    expect((await read(voided))?.revocation).toBe(null)
  })
}
