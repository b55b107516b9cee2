import { endablePurposes } from "../core/token.ts"
import { dead, given, minute, one } from "./store-contract-given.ts"
import type { MakeStore, TestTools } from "./store-under-test.ts"

/** The laws of revoking and counting. */
export function describeEnding(makeStore: MakeStore, { test, expect }: TestTools): void {
  const everywhere = { kind: "everywhere", purposes: endablePurposes } as const

  test("revoking one token ends that one, and no other of the same person", async () => {
    const { store, ann, keep, statusOf, because } = await given(makeStore)
    const [laptop, phone] = [await keep(ann), await keep(ann)]
    expect(await store.revoke(ann, one(phone), because("log_out"))).toEqual({ session: 1 })
    expect(await statusOf(phone)).toBe("revoked")
    expect(await statusOf(laptop)).toBe("active")
  })

  test("revoking one token cannot reach another person's", async () => {
    const { store, ann, bob, keep, read, because } = await given(makeStore)
    const his = await keep(bob)
    expect(await store.revoke(ann, one(his), because("log_out"))).toEqual({})
    expect(await read(his)).toEqual(his.token)
  })

  test("revoking one token ends nothing under the name of another purpose", async () => {
    const { store, ann, keep, statusOf, because } = await given(makeStore)
    const kept = await keep(ann)
    const scope = { ...one(kept), purpose: "report" } as const
    expect(await store.revoke(ann, scope, because("log_out"))).toEqual({})
    expect(await statusOf(kept)).toBe("active")
  })

  test("revoking everywhere ends the named purposes of one person, counted by purpose", async () => {
    const { store, ann, bob, keep, statusOf, because } = await given(makeStore)
    const ended = [await keep(ann), await keep(ann), await keep(ann, { purpose: "magic_link" })]
    const spared = [await keep(ann, { purpose: "report" }), await keep(bob)]
    const scope = { kind: "everywhere", purposes: ["session", "magic_link", "api"] } as const
    expect(await store.revoke(ann, scope, because("log_out_everywhere"))).toEqual({
      session: 2,
      magic_link: 1,
    })
    for (const each of ended) expect(await statusOf(each)).toBe("revoked")
    for (const each of spared) expect(await statusOf(each)).toBe("active")
  })

  test("revoking what was issued after an instant spares what is older, or of that very instant", async () => {
    const { store, ann, keep, at, statusOf, because } = await given(makeStore)
    const [older, same, later] = [
      await keep(ann, { issuedAt: at(-40 * minute) }),
      await keep(ann),
      await keep(ann, { issuedAt: at(-29 * minute) }),
    ]
    const issuedAfter = same.token.issuedAt
    const scope = { kind: "everywhere", purposes: ["session"], issuedAfter } as const
    expect(await store.revoke(ann, scope, because("reported"))).toEqual({ session: 1 })
    for (const each of [older, same]) expect(await statusOf(each)).toBe("active")
    expect(await statusOf(later)).toBe("revoked")
  })

  test("no purposes, no effect", async () => {
    const { store, ann, keep, statusOf, because } = await given(makeStore)
    const kept = await keep(ann)
    const nothing = { kind: "everywhere", purposes: [] } as const
    expect(await store.revoke(ann, nothing, because("log_out_everywhere"))).toEqual({})
    expect(await statusOf(kept)).toBe("active")
  })

  test("revoking twice keeps the first reason and counts nothing", async () => {
    const { store, ann, bob, keep, read, because } = await given(makeStore)
    const kept = await keep(ann)
    const first = because("revoked_by_user")
    await store.revoke(ann, everywhere, first)
    expect(await store.revoke(ann, everywhere, because("revoked_by_admin", bob))).toEqual({})
    expect((await read(kept))?.revocation).toEqual(first)
  })

  for (const [which, make] of Object.entries(dead)) {
    test(`a token that ${which} is neither counted nor revoked`, async () => {
      const world = await given(makeStore)
      const { store, ann, read, because } = world
      const kept = await make(world)
      const before = await read(kept)
      expect(await store.revoke(ann, everywhere, because("log_out_everywhere"))).toEqual({})
      expect(await read(kept)).toEqual(before)
    })
  }
}
