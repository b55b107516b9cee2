import { given, type MakeStore, second, type TestTools } from "./store-contract-given.ts"

/** The laws of browsers, in which sessions are opened, and whose trust ends with the epoch. */
export function describeBrowsers(makeStore: MakeStore, { test, expect }: TestTools): void {
  const nothing = { purposes: [] } as const

  /** A person who acts in one browser, and is known in another, by which a session is open too. */
  async function twoBrowsers() {
    const world = await given(makeStore)
    const { ann, keep } = world
    const [here, there] = [
      await keep(ann, { purpose: "browser" }),
      await keep(ann, { purpose: "browser" }),
    ]
    const current = await keep(ann, { browserId: here.token.id })
    const other = await keep(ann, { browserId: there.token.id })
    return { ...world, here, there, current, other }
  }

  test("a session says in which browser it was opened, whatever is done to it", async () => {
    const { store, ann, now, here, current, read, because } = await twoBrowsers()
    await store.touch(current.token.id, now, current.token.expiresAt)
    await store.raiseEpoch(ann, because("log_out_others"), {
      purposes: [],
      sparedTokenId: current.token.id,
    })
    expect(await read(current)).toMatchObject({ browserId: here.token.id })
    expect(await read(here)).toMatchObject({ browserId: null })
  })

  test("raising the epoch takes the trust of every browser, for the reason of the act, and ends no session", async () => {
    const { store, ann, here, there, current, other, read, statusOf, because } = await twoBrowsers()
    const revocation = because("log_out_everywhere")
    await store.raiseEpoch(ann, revocation, nothing)
    for (const each of [here, there]) {
      expect(await statusOf(each)).toBe("revoked")
      expect(await read(each)).toMatchObject({ revocation })
    }
    for (const each of [current, other]) expect(await statusOf(each)).toBe("active")
  })

  test("raising the epoch spares the browser of the session that is spared, and no other", async () => {
    const { store, ann, here, there, current, statusOf, because } = await twoBrowsers()
    await store.raiseEpoch(ann, because("log_out_others"), {
      purposes: [],
      sparedTokenId: current.token.id,
    })
    expect(await statusOf(here)).toBe("active")
    expect(await statusOf(there)).toBe("revoked")
  })

  test("nobody spares a browser by the session of somebody else", async () => {
    const { store, ann, bob, here, keep, statusOf, because } = await twoBrowsers()
    const his = await keep(bob, { browserId: here.token.id })
    await store.raiseEpoch(ann, because("log_out_others"), {
      purposes: [],
      sparedTokenId: his.token.id,
    })
    expect(await statusOf(here)).toBe("revoked")
    expect(await statusOf(his)).toBe("active")
  })

  test("a browser that ended before keeps its own end", async () => {
    const { store, ann, at, keep, read, statusOf, because } = await given(makeStore)
    const unused = await keep(ann, { purpose: "browser", idleAt: at(-second) })
    const forgotten = await keep(ann, { purpose: "browser" })
    const scope = { kind: "browser", browserId: forgotten.token.id, currentTokenId: ann } as const
    await store.revoke(ann, scope, because("revoked_by_user"))
    await store.raiseEpoch(ann, because("log_out_everywhere"), nothing)
    expect((await read(unused))?.revocation).toBe(null)
    expect(await statusOf(unused)).toBe("idle")
    expect((await read(forgotten))?.revocation?.reason).toBe("revoked_by_user")
  })

  test("the browser of one session is forgotten, also of one that is over, and no other browser is", async () => {
    const { store, ann, here, there, other, read, statusOf, because } = await twoBrowsers()
    const one = { kind: "one", tokenId: other.token.id, purpose: "session" } as const
    await store.revoke(ann, one, because("log_out"))
    await store.forgetBrowserOf(ann, other.token.id, because("reported"))
    expect((await read(there))?.revocation?.reason).toBe("reported")
    expect(await statusOf(here)).toBe("active")
  })

  test("nobody forgets the browser of somebody else", async () => {
    const { store, bob, here, current, statusOf, because } = await twoBrowsers()
    await store.forgetBrowserOf(bob, current.token.id, because("reported", bob))
    const scope = { kind: "browser", browserId: here.token.id, currentTokenId: bob } as const
    expect(await store.revoke(bob, scope, because("revoked_by_user", bob))).toEqual({})
    for (const each of [here, current]) expect(await statusOf(each)).toBe("active")
  })

  test("a browser ends with the sessions in it, but for the one in which the person acts", async () => {
    const { store, ann, here, there, current, other, keep, statusOf, because } = await twoBrowsers()
    const second = await keep(ann, { browserId: here.token.id })
    const forget = (browserId: string) =>
      store.revoke(
        ann,
        { kind: "browser", browserId, currentTokenId: current.token.id },
        because("revoked_by_user"),
      )
    expect(await forget(here.token.id)).toEqual({ browser: 1, session: 1 })
    expect(await statusOf(current)).toBe("active")
    expect(await statusOf(second)).toBe("revoked")
    expect(await statusOf(other)).toBe("active")
    expect(await forget(there.token.id)).toEqual({ browser: 1, session: 1 })
    expect(await forget(there.token.id)).toEqual({})
  })

  test("browsers are not counted, and make room for each other alone", async () => {
    const { store, ann, here, there, current, other, at, keep, statusOf, because } =
      await twoBrowsers()
    expect(await store.countLive(ann)).toEqual({ session: 2 })
    const latest = await keep(ann, { purpose: "browser", lastActiveAt: at(-second) })
    const revocation = because("session_limit", null)
    expect(await store.revokeLeastRecent(ann, "browser", 2, here.token.id, revocation)).toBe(1)
    expect(await statusOf(there)).toBe("revoked")
    for (const each of [here, latest, current, other]) expect(await statusOf(each)).toBe("active")
  })
}
