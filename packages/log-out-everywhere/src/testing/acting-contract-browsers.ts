import { randomUUID } from "node:crypto"
import type { ActingTokenStore } from "../core/store.ts"
import { given, type Kept, one, second, twoBrowsers } from "./store-contract-given.ts"
import type { MakeStore, TestTools } from "./store-under-test.ts"

/** The laws of forgetting browsers, and of the sessions that were opened in them. */
export function describeForgetting(
  makeStore: MakeStore<ActingTokenStore>,
  { test, expect }: TestTools,
): void {
  test("a browser that ended before keeps its own end", async () => {
    const { store, ann, at, keep, read, statusOf, because } = await given(makeStore)
    const unused = await keep(ann, { purpose: "browser", idleAt: at(-second) })
    const forgotten = await keep(ann, { purpose: "browser" })
    await store.revoke(ann, browserOf(forgotten), because("revoked_by_user"))
    await store.raiseEpoch(ann, because("log_out_everywhere"), { purposes: [] })
    expect((await read(unused))?.revocation).toBe(null)
    expect(await statusOf(unused)).toBe("idle")
    expect((await read(forgotten))?.revocation?.reason).toBe("revoked_by_user")
  })

  test("the browser of one session is forgotten, also of one that is over, and no other browser is", async () => {
    const { store, ann, here, there, other, read, statusOf, because } = await twoBrowsers(makeStore)
    await store.revoke(ann, one(other), because("log_out"))
    await store.forgetBrowserOf(ann, other.token.id, because("reported"))
    expect((await read(there))?.revocation?.reason).toBe("reported")
    expect(await statusOf(here)).toBe("active")
  })

  test("nobody forgets the browser of somebody else", async () => {
    const { store, bob, here, current, statusOf, because } = await twoBrowsers(makeStore)
    await store.forgetBrowserOf(bob, current.token.id, because("reported", bob))
    const his = because("revoked_by_user", bob)
    expect(await store.revoke(bob, browserOf(here), his)).toEqual({})
    for (const each of [here, current]) expect(await statusOf(each)).toBe("active")
  })

  test("a browser ends with the sessions in it, but for the one in which the person acts", async () => {
    const { store, ann, here, there, current, other, keep, statusOf, because } =
      await twoBrowsers(makeStore)
    const second = await keep(ann, { browserId: here.token.id })
    const forget = (browser: Kept) =>
      store.revoke(ann, browserOf(browser, current.token.id), because("revoked_by_user"))
    expect(await forget(here)).toEqual({ browser: 1, session: 1 })
    expect(await statusOf(current)).toBe("active")
    expect(await statusOf(second)).toBe("revoked")
    expect(await statusOf(other)).toBe("active")
    expect(await forget(there)).toEqual({ browser: 1, session: 1 })
    expect(await forget(there)).toEqual({})
  })

  test("browsers are not counted, and make room for each other alone", async () => {
    const { store, ann, here, there, current, other, at, keep, statusOf, because } =
      await twoBrowsers(makeStore)
    expect(await store.countLive(ann)).toEqual({ session: 2 })
    const latest = await keep(ann, { purpose: "browser", lastActiveAt: at(-second) })
    const revocation = because("session_limit", null)
    expect(await store.revokeLeastRecent(ann, "browser", 2, here.token.id, revocation)).toBe(1)
    expect(await statusOf(there)).toBe("revoked")
    for (const each of [here, latest, current, other]) expect(await statusOf(each)).toBe("active")
  })
}

/** A revocation of a browser; if the person acts in no session of it, of all that were opened in it. */
const browserOf = ({ token }: Kept, currentTokenId: string = randomUUID()) =>
  ({ kind: "browser", browserId: token.id, currentTokenId }) as const
