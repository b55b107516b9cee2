import { type Kept, twoBrowsers } from "./store-contract-given.ts"
import type { MakeStore, TestTools } from "./store-under-test.ts"

/** The laws of browsers, in which sessions are opened, and whose trust ends with the epoch. */
export function describeBrowsers(makeStore: MakeStore, { test, expect }: TestTools): void {
  const nothing = { purposes: [] } as const
  const sparing = ({ token }: Kept) => ({ purposes: [], sparedTokenId: token.id }) as const

  test("a session says in which browser it was opened, whatever is done to it", async () => {
    const { store, ann, now, here, current, read, because } = await twoBrowsers(makeStore)
    await store.touch(current.token.id, now, current.token.expiresAt)
    await store.raiseEpoch(ann, because("log_out_others"), sparing(current))
    expect(await read(current)).toMatchObject({ browserId: here.token.id })
    expect(await read(here)).toMatchObject({ browserId: null })
  })

  test("raising the epoch takes the trust of every browser, for the reason of the act, and ends no session", async () => {
    const { store, ann, here, there, current, other, read, statusOf, because } =
      await twoBrowsers(makeStore)
    const revocation = because("log_out_everywhere")
    await store.raiseEpoch(ann, revocation, nothing)
    for (const each of [here, there]) {
      expect(await statusOf(each)).toBe("revoked")
      expect(await read(each)).toMatchObject({ revocation })
    }
    for (const each of [current, other]) expect(await statusOf(each)).toBe("active")
  })

  test("raising the epoch spares the browser of the session that is spared, and no other", async () => {
    const { store, ann, here, there, current, statusOf, because } = await twoBrowsers(makeStore)
    await store.raiseEpoch(ann, because("log_out_others"), sparing(current))
    expect(await statusOf(here)).toBe("active")
    expect(await statusOf(there)).toBe("revoked")
  })

  test("nobody spares a browser by the session of somebody else", async () => {
    const { store, ann, bob, here, keep, statusOf, because } = await twoBrowsers(makeStore)
    const his = await keep(bob, { browserId: here.token.id })
    await store.raiseEpoch(ann, because("log_out_others"), sparing(his))
    expect(await statusOf(here)).toBe("revoked")
    expect(await statusOf(his)).toBe("active")
  })

  test("a session that refers to somebody else's browser, or to what is none, spares neither", async () => {
    const { store, ann, bob, keep, read, statusOf, because } = await twoBrowsers(makeStore)
    const his = await keep(bob, { purpose: "browser" })
    const session = await keep(ann)
    const strange = [
      await keep(ann, { browserId: his.token.id }),
      await keep(ann, { browserId: session.token.id }),
    ]
    for (const [index, { token }] of strange.entries()) {
      const epoch = (await store.findOwner(ann))?.owner.epoch
      expect(epoch).toBe(index)
      const purposes = index === 0 ? [] : (["session"] as const)
      await store.raiseEpoch(ann, because("log_out_others"), { purposes, sparedTokenId: token.id })
    }
    expect(await read(his)).toEqual(his.token)
    expect(await statusOf(his)).toBe("active")
    expect(await statusOf(session)).toBe("revoked")
  })
}
