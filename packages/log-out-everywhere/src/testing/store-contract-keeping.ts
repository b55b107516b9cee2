import { hashSecret, newSecret } from "../core/secret.ts"
import { tokenPurposes } from "../core/token.ts"
import { dead, given, minute, one, second } from "./store-contract-given.ts"
import type { MakeStore, TestTools } from "./store-under-test.ts"

/** The laws of finding, inserting, touching and rotating. */
export function describeKeeping(makeStore: MakeStore, { test, expect }: TestTools): void {
  test("a token is found by its hash, as it was inserted, with its owner and the store's clock", async () => {
    const { store, ann, keep, newToken, read, statusOf, now } = await given(makeStore)
    const device = { address: "2001:db8::1", userAgent: "Mozilla/5.0" }
    const change = { method: "oidc", isRemembered: true, device }

    const kept = await keep(ann, change)

    expect(await read(kept)).toEqual(kept.token)
    expect(kept.token).toMatchObject({ ...newToken(ann, change), revocation: null })
    const found = await store.findByHash(hashSecret(kept.secret))
    expect(found?.owner).toMatchObject({ id: ann, epoch: 0, isDisabled: false })
    expect(found && found.now >= now).toBe(true)
    expect(await statusOf(kept)).toBe("active")
  })

  test("what its owner calls a token, and what its purpose remembers, is kept", async () => {
    const { store, ann, bob, now, keep, read, because } = await given(makeStore)
    const change = { name: 'The "robot" of Zoë', data: { email: "new@example.com", word: "é\\" } }
    const kept = await keep(ann, change)
    expect(kept.token).toMatchObject(change)
    await store.touch(kept.token.id, now, kept.token.expiresAt)
    await store.raiseEpoch(ann, because("log_out_everywhere"), { purposes: [] })
    await store.revoke(ann, one(kept), because("used"))
    expect(await read(kept)).toMatchObject(change)
    expect(await read(await keep(bob))).toMatchObject({ name: null, data: null })
  })

  test("a hash is one token's alone, no matter who owns the next", async () => {
    const { store, ann, bob, newToken, keep, read } = await given(makeStore)
    const kept = await keep(ann)
    for (const owner of [ann, bob]) {
      const inserted = store.insert(newToken(owner, { purpose: "api" }), hashSecret(kept.secret))
      expect(await inserted.catch(() => "refused")).toBe("refused")
    }
    expect(await read(kept)).toEqual(kept.token)
  })

  test("every purpose is kept as it is", async () => {
    const { ann, keep, read } = await given(makeStore)
    for (const purpose of tokenPurposes) {
      expect((await read(await keep(ann, { purpose })))?.purpose).toBe(purpose)
    }
  })

  test("a hash that nobody has finds nothing", async () => {
    const { store, ann, keep } = await given(makeStore)
    await keep(ann)
    expect(await store.findByHash(hashSecret(newSecret()))).toBe(null)
  })

  test("a token that ended is still found, with why, when and by whom", async () => {
    const { store, ann, bob, keep, read, because } = await given(makeStore)
    const kept = await keep(ann)
    const revocation = because("revoked_by_admin", bob)
    await store.revoke(ann, one(kept), revocation)
    expect((await read(kept))?.revocation).toEqual(revocation)
  })

  for (const [epoch, when] of [
    [-1, "an epoch that is over"],
    [1, "an epoch that is to come"],
  ] as const) {
    test(`nothing is inserted for ${when}`, async () => {
      const { store, ann, newToken, statusOf } = await given(makeStore)
      const secret = newSecret()
      expect(await store.insert(newToken(ann, { epoch }), hashSecret(secret))).toBe(null)
      expect(await statusOf({ secret })).toBe("absent")
    })
  }

  test("nothing is inserted for an owner who is disabled, and again when enabled", async () => {
    const { store, ann, newToken, keep, setDisabled, statusOf } = await given(makeStore)
    const secret = newSecret()
    await setDisabled(ann, true)
    expect(await store.insert(newToken(ann), hashSecret(secret))).toBe(null)
    expect(await statusOf({ secret })).toBe("absent")
    await setDisabled(ann, false)
    expect(await statusOf(await keep(ann))).toBe("active")
  })

  test("a token is inserted into the realm's present generation", async () => {
    const { ann, keep, raiseGeneration, statusOf } = await given(makeStore)
    const [before, other] = [await keep(ann, { purpose: "report" }), await keep(ann)]
    await raiseGeneration("report")
    expect(await statusOf(before)).toBe("revoked")
    expect(await statusOf(other)).toBe("active")
    expect(await statusOf(await keep(ann, { purpose: "report" }))).toBe("active")
  })

  test("a touch moves the activity and the inactivity timeout, and nothing else", async () => {
    const { store, ann, keep, read, now, at } = await given(makeStore)
    const kept = await keep(ann)
    expect(await store.touch(kept.token.id, now, at(60 * minute))).toBe(true)
    expect(await read(kept)).toEqual({ ...kept.token, lastActiveAt: now, idleAt: at(60 * minute) })
  })

  test("a touch never moves the activity back", async () => {
    const { store, ann, keep, read, at } = await given(makeStore)
    const kept = await keep(ann)
    expect(await store.touch(kept.token.id, at(-20 * minute), at(40 * minute))).toBe(false)
    expect(await read(kept)).toEqual(kept.token)
  })

  test("a rotation swaps the secret and notes the proof, and nothing else", async () => {
    const { store, ann, keep, read, statusOf, now } = await given(makeStore)
    const kept = await keep(ann)
    const secret = newSecret()
    expect(
      await store.rotate(kept.token.id, hashSecret(kept.secret), hashSecret(secret), now),
    ).toBe(true)
    expect(await statusOf(kept)).toBe("absent")
    expect(await read({ secret })).toEqual({ ...kept.token, provedAt: now })
  })

  test("a rotation from a hash that the token no longer has does nothing", async () => {
    const { store, ann, keep, read, now } = await given(makeStore)
    const [kept, other] = [await keep(ann), await keep(ann)]
    const [from, to] = [hashSecret(other.secret), hashSecret(newSecret())]
    expect(await store.rotate(kept.token.id, from, to, now)).toBe(false)
    expect(await read(kept)).toEqual(kept.token)
    expect(await read(other)).toEqual(other.token)
  })

  for (const [which, make] of Object.entries(dead)) {
    test(`a late touch does not revive a token that ${which}`, async () => {
      const world = await given(makeStore)
      const { store, read, statusOf, at } = world
      const kept = await make(world)
      const [before, status] = [await read(kept), await statusOf(kept)]
      expect(await store.touch(kept.token.id, at(-2 * second), at(60 * minute))).toBe(false)
      expect(await read(kept)).toEqual(before)
      expect(await statusOf(kept)).toBe(status)
    })

    test(`a token that ${which} is not rotated`, async () => {
      const world = await given(makeStore)
      const secret = newSecret()
      const kept = await make(world)
      const [from, to] = [hashSecret(kept.secret), hashSecret(secret)]
      expect(await world.store.rotate(kept.token.id, from, to, world.now)).toBe(false)
      expect(await world.statusOf({ secret })).toBe("absent")
    })
  }
}
