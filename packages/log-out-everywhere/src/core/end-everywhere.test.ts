import { expect, test } from "vitest"
import { memoryStoreUnderTest } from "../testing/memory-store-under-test.ts"
import { given } from "../testing/store-contract-given.ts"
import { endEverywhere, totalOf } from "./end-everywhere.ts"
import { endablePurposes } from "./token.ts"

test("everywhere ends what is named, the current session too, and carries the rest along", async () => {
  const { store, ann, bob, keep, statusOf, because } = await given(memoryStoreUnderTest)
  const ended = [await keep(ann), await keep(ann), await keep(ann, { purpose: "magic_link" })]
  const spared = [await keep(ann, { purpose: "report" }), await keep(bob)]

  const scope = { kind: "everywhere", purposes: ["session", "magic_link"] } as const
  const epoch = await endEverywhere(store, ann, scope, because("log_out_everywhere"))
  const count = await store.countEnded(ann, epoch)

  expect(count).toEqual({ session: 2, magic_link: 1 })
  expect(totalOf(count)).toBe(3)
  for (const each of ended) expect(await statusOf(each)).toBe("revoked")
  for (const each of spared) expect(await statusOf(each)).toBe("active")
})

test("others spares the current session", async () => {
  const { store, ann, keep, statusOf, because } = await given(memoryStoreUnderTest)
  const [current, phone] = [await keep(ann), await keep(ann)]
  const scope = {
    kind: "others",
    currentTokenId: current.token.id,
    purposes: endablePurposes,
  } as const
  const epoch = await endEverywhere(store, ann, scope, because("log_out_others"))
  expect(await store.countEnded(ann, epoch)).toEqual({ session: 1 })
  expect(await statusOf(current)).toBe("active")
  expect(await statusOf(phone)).toBe("revoked")
})

test("a person who was authenticated before it cannot come in after it", async () => {
  const { store, ann, keep, statusOf, because } = await given(memoryStoreUnderTest)
  const scope = { kind: "everywhere", purposes: ["session"] } as const
  await endEverywhere(store, ann, scope, because("log_out_everywhere"))
  await expect(keep(ann, { epoch: 0 })).rejects.toThrow("refused")
  expect(await statusOf(await keep(ann, { epoch: 1 }))).toBe("active")
})

test("twice in a row it ends nothing more, and the first reason stays", async () => {
  const { store, ann, keep, read, because } = await given(memoryStoreUnderTest)
  const kept = await keep(ann)
  const scope = { kind: "everywhere", purposes: ["session"] } as const
  await endEverywhere(store, ann, scope, because("log_out_everywhere"))
  const epoch = await endEverywhere(store, ann, scope, because("revoked_by_admin"))
  expect(totalOf(await store.countEnded(ann, epoch))).toBe(0)
  expect((await read(kept))?.revocation).toEqual(because("log_out_everywhere"))
})
