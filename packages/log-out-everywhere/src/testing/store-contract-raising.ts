import { endablePurposes } from "../core/token.ts"
import { dead, given, minute, second } from "./store-contract-given.ts"
import type { MakeStore, TestTools } from "./store-under-test.ts"

/** The laws of raising an owner's epoch: what ends with it, and what goes on. */
export function describeRaising(makeStore: MakeStore, { test, expect }: TestTools): void {
  const everywhere = { kind: "everywhere", purposes: endablePurposes } as const

  test("an act on the others spares the current one, and purposes that are not named", async () => {
    const { ann, bob, keep, statusOf, because, end } = await given(makeStore)
    const [current, phone, api, his] = [
      await keep(ann),
      await keep(ann),
      await keep(ann, { purpose: "api" }),
      await keep(bob),
    ]
    const ending = { purposes: ["session"], sparedTokenId: current.token.id } as const
    expect(await end(ann, because("log_out_others"), ending)).toEqual({ session: 1 })
    expect(await statusOf(phone)).toBe("revoked")
    for (const spared of [current, api, his]) expect(await statusOf(spared)).toBe("active")
  })

  test("sparing somebody else's token spares none of one's own", async () => {
    const { ann, bob, keep, statusOf, because, end } = await given(makeStore)
    const [hers, his] = [await keep(ann), await keep(bob)]
    const ending = { purposes: ["session"], sparedTokenId: his.token.id } as const
    expect(await end(ann, because("log_out_others"), ending)).toEqual({ session: 1 })
    expect(await statusOf(hers)).toBe("revoked")
    expect(await statusOf(his)).toBe("active")
  })

  test("what an act ends bears its revocation, and is written to by no later one", async () => {
    const { store, ann, bob, keep, read, statusOf, because, end } = await given(makeStore)
    const ended = [await keep(ann), await keep(ann, { purpose: "magic_link" })]
    const purposes = ["session", "magic_link", "api"] as const
    const first = because("password_change")
    expect(await end(ann, first, { purposes })).toEqual({ session: 1, magic_link: 1 })
    const later = { ...because("revoked_by_admin", bob), at: new Date(+first.at + second) }
    expect(await end(ann, later, { purposes })).toEqual({})
    expect(await store.revoke(ann, everywhere, later)).toEqual({})
    for (const each of ended) {
      expect((await read(each))?.revocation).toEqual(first)
      expect(await statusOf(each)).toBe("revoked")
      expect(await store.touch(each.token.id, later.at, each.token.expiresAt)).toBe(false)
    }
  })

  test("what an act ended is counted alike in its transaction, afterwards and after the next act", async () => {
    const { store, ann, bob, keep, transact, because, end } = await given(makeStore)
    for (const purpose of ["session", "session", "api", "browser"] as const) {
      await keep(ann, { purpose })
    }
    const ending = { purposes: ["session", "api"] } as const
    const [epoch, within] = await transact(async (inside) => {
      const raised = await inside.raiseEpoch(ann, because("password_change"), ending)
      return [raised, await inside.countEnded(ann, raised)] as const
    })
    expect(within).toEqual({ session: 2, api: 1 })
    await keep(ann, { epoch: epoch + 1 })
    expect(await end(ann, because("log_out_everywhere"), ending)).toEqual({ session: 1 })
    expect(await store.countEnded(ann, epoch)).toEqual(within)
    expect(await store.countEnded(bob, epoch)).toEqual({})
    expect(await store.countEnded(ann, epoch + 2)).toEqual({})
  })

  test("an act on a person who has no tokens ends none", async () => {
    const { ann, because, end } = await given(makeStore)
    const ending = { purposes: endablePurposes }
    expect(await end(ann, because("password_change"), ending)).toEqual({})
  })

  test("an act spares what is as old as it is told, and carries it along", async () => {
    const { ann, keep, at, read, statusOf, because, end } = await given(makeStore)
    const [older, later] = [
      await keep(ann, { issuedAt: at(-40 * minute) }),
      await keep(ann, { issuedAt: at(-20 * minute) }),
    ]
    const ending = { purposes: ["session"], issuedAfter: older.token.issuedAt } as const
    expect(await end(ann, because("reported"), ending)).toEqual({ session: 1 })
    expect(await read(older)).toEqual({ ...older.token, epoch: 1 })
    expect(await statusOf(later)).toBe("revoked")
  })

  for (const [which, make] of Object.entries(dead)) {
    test(`a token that ${which} is no part of an act, and keeps its own end`, async () => {
      const world = await given(makeStore)
      const { ann, read, statusOf, because, end } = world
      const kept = await make(world)
      const [status, before] = [await statusOf(kept), await read(kept)]
      const ending = { purposes: endablePurposes }
      expect(await end(ann, because("log_out_everywhere"), ending)).toEqual({})
      expect(await statusOf(kept)).toBe(status)
      expect((await read(kept))?.revocation).toEqual(before?.revocation)
    })

    test(`a token that ${which} is not brought back by a raised epoch`, async () => {
      const world = await given(makeStore)
      const kept = await make(world)
      const status = await world.statusOf(kept)
      await world.store.raiseEpoch(world.ann, world.because("log_out_everywhere"), { purposes: [] })
      expect(await world.statusOf(kept)).toBe(status)
    })
  }

  test("raising the epoch carries unrevoked tokens of every purpose into it", async () => {
    const { store, ann, keep, read, statusOf, because } = await given(makeStore)
    const kept = [await keep(ann), await keep(ann, { purpose: "report" })]
    await store.raiseEpoch(ann, because("log_out_everywhere"), { purposes: [] })
    for (const each of kept) {
      expect(await read(each)).toEqual({ ...each.token, epoch: 1 })
      expect(await statusOf(each)).toBe("active")
    }
  })

  test("raising the epoch shuts out a person who was authenticated before", async () => {
    const { store, ann, newToken, keep, statusOf, because } = await given(makeStore)
    const late = await keep(ann)
    await store.raiseEpoch(ann, because("log_out_everywhere"), { purposes: [] })
    const hash = new Uint8Array(32) as Parameters<typeof store.insert>[1]
    expect(await store.insert(newToken(ann, { epoch: 0 }), hash)).toBe(null)
    expect(await statusOf(await keep(ann, { epoch: 1 }))).toBe("active")
    expect(await statusOf(late)).toBe("active")
  })

  test("raising the epoch shuts out a log-in that took a mark before, whatever epoch it read after", async () => {
    const { store, ann, bob, newToken, keep, statusOf, because } = await given(makeStore)
    const before = await store.mark()
    await store.raiseEpoch(ann, because("password_change"), { purposes: [] })
    const hash = new Uint8Array(32) as Parameters<typeof store.insert>[1]
    const owner = (await store.findOwner(ann))?.owner
    expect(owner).toMatchObject({ id: ann, epoch: 1, isDisabled: false })
    expect(await store.insert(newToken(ann, { epoch: 1, mark: before }), hash)).toBe(null)
    const after = await store.mark()
    for (const mark of [after, undefined]) {
      expect(await statusOf(await keep(ann, { epoch: 1, mark }))).toBe("active")
    }
    expect(await statusOf(await keep(bob, { mark: before }))).toBe("active")
  })

  test("a mark is good for several tokens, and shuts out no owner who was raised before it", async () => {
    const { store, ann, keep, statusOf, because } = await given(makeStore)
    await store.raiseEpoch(ann, because("log_out_everywhere"), { purposes: [] })
    const mark = await store.mark()
    const kept = [await keep(ann, { epoch: 1, mark }), await keep(ann, { epoch: 1, mark })]
    for (const each of kept) expect(await statusOf(each)).toBe("active")
  })

  test("raising the epoch leaves revoked tokens and other people alone", async () => {
    const { store, ann, bob, keep, read, newToken, statusOf, because } = await given(makeStore)
    const [ended, his] = [await keep(ann), await keep(bob)]
    await store.revoke(ann, everywhere, because("log_out"))
    await store.raiseEpoch(ann, because("log_out_everywhere"), { purposes: [] })
    expect((await read(ended))?.epoch).toBe(0)
    expect(await read(his)).toEqual(his.token)
    expect(newToken(bob).epoch).toBe(0)
    expect(await statusOf(await keep(bob))).toBe("active")
  })

  test("raised again and again, the epoch carries a live token along", async () => {
    const { store, ann, keep, read, statusOf, because } = await given(makeStore)
    const kept = await keep(ann)
    for (const epoch of [1, 2, 3]) {
      await store.raiseEpoch(ann, because("log_out_everywhere"), { purposes: [] })
      expect((await read(kept))?.epoch).toBe(epoch)
      expect(await statusOf(kept)).toBe("active")
    }
  })
}
