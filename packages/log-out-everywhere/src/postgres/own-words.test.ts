import { afterAll, expect, test } from "vitest"
import { adopterUnderTest, createAdopter } from "@/test/adopters/adopter"
import type { EndablePurpose, RevocationReason, TokenPurpose } from "../core/token.ts"
import { given } from "../testing/store-contract-given.ts"

const adopter = await createAdopter("text")
afterAll(adopter.close)

// An app declares them; nothing here does, since a declaration holds for every file of a program.
const purpose = "device_pairing" as TokenPurpose & EndablePurpose
const reason = "device_sold" as RevocationReason

test("a purpose and a reason of the app's are registered by their first use, and need no migration", async () => {
  const { store, ann, bob, keep, read, statusOf, because, end } = await given(() =>
    adopterUnderTest(adopter),
  )
  const [hers, his] = [await keep(ann, { purpose }), await keep(bob, { purpose })]
  expect(await statusOf(hers)).toBe("active")
  const ended = await end(ann, because(reason), { purposes: [purpose] })
  expect(ended).toEqual({ [purpose]: 1 })
  expect((await read(hers))?.revocation?.reason).toBe(reason)
  expect(await statusOf(hers)).toBe("revoked")
  const scope = { kind: "one", tokenId: his.token.id, purpose } as const
  expect(await store.revoke(bob, scope, because(reason, bob))).toEqual({ [purpose]: 1 })
  expect(
    await adopter.sql("SELECT purpose FROM log_out_everywhere.realm WHERE purpose = $1", [purpose]),
  ).toHaveLength(1)
})

test("of many first tokens of a purpose, none is refused", async () => {
  const world = await given(() => adopterUnderTest(adopter))
  const other = "gate_pass" as TokenPurpose
  const kept = await Promise.all(
    Array.from({ length: 8 }, (_, index) =>
      world.keep(index % 2 ? world.ann : world.bob, { purpose: other }),
    ),
  )
  for (const each of kept) expect(await world.statusOf(each)).toBe("active")
})
