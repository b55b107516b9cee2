import { hashSecret, newSecret } from "../core/secret.ts"
import { given } from "./store-contract-given.ts"
import type { MakeStore, TestTools } from "./store-under-test.ts"

/** The laws that hold however many call at the same moment. */
export function describeRacing(makeStore: MakeStore, { test, expect }: TestTools): void {
  const many = 20

  test("of many rotations at once one wins, and its secret alone opens the session", async () => {
    const { store, ann, keep, statusOf, now } = await given(makeStore)
    const kept = await keep(ann)
    const secrets = Array.from({ length: many }, newSecret)

    const from = hashSecret(kept.secret)
    const won = await Promise.all(
      secrets.map((secret) => store.rotate(kept.token.id, from, hashSecret(secret), now)),
    )

    expect(won.filter(Boolean).length).toBe(1)
    const statuses = await Promise.all(secrets.map((secret) => statusOf({ secret })))
    expect(statuses.map((status) => status === "active")).toEqual(won)
    expect(await statusOf(kept)).toBe("absent")
  })

  test("of many revocations at once one counts", async () => {
    const { store, ann, keep, because } = await given(makeStore)
    await keep(ann)
    const scope = { kind: "everywhere", purposes: ["session"] } as const
    const counts = await Promise.all(
      Array.from({ length: many }, () => store.revoke(ann, scope, because("log_out_everywhere"))),
    )
    expect(counts.filter(({ session }) => session === 1).length).toBe(1)
    expect(counts.filter(({ session }) => session === undefined).length).toBe(many - 1)
  })

  test("of many raises at once each counts, and all carry a live token along", async () => {
    const { transact, ann, keep, read, statusOf, because } = await given(makeStore)
    const kept = await keep(ann)
    await Promise.all(
      Array.from({ length: many }, () =>
        transact((store) => store.raiseEpoch(ann, because("log_out_everywhere"), { purposes: [] })),
      ),
    )
    expect((await read(kept))?.epoch).toBe(many)
    expect(await statusOf(kept)).toBe("active")
  })

  test("a touch at the moment of a revocation does not revive", async () => {
    const { store, ann, keep, statusOf, because, now, at } = await given(makeStore)
    const kept = await Promise.all(Array.from({ length: many }, () => keep(ann)))
    const scope = { kind: "everywhere", purposes: ["session"] } as const
    await Promise.all([
      ...kept.map(({ token }) => store.touch(token.id, now, at(60_000))),
      store.revoke(ann, scope, because("log_out_everywhere")),
    ])
    for (const each of kept) expect(await statusOf(each)).toBe("revoked")
  })
}
