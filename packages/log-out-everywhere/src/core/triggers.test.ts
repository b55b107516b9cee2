import { expect, test } from "vitest"
import { memoryStoreUnderTest } from "../testing/memory-store-under-test.ts"
import { given } from "../testing/store-contract-given.ts"
import { totalOf } from "./end-everywhere.ts"
import { applyTrigger, decideRule, pendingLinks, type TriggerRule } from "./triggers.ts"

const purposes = ["session", "api"] as const

test.each([
  [
    "everywhere, for a person who acts",
    "everywhere",
    { acts: true },
    ["current", "phone", "api"],
    "everywhere",
  ],
  [
    "everywhere, for a person whose session was rotated",
    "everywhere",
    { acts: true, isRotated: true },
    ["phone", "api"],
    "others",
  ],
  [
    "everywhere, for a person who acts by a link",
    "everywhere",
    {},
    ["current", "phone", "api"],
    "everywhere",
  ],
  ["others, for a person who acts", "others", { acts: true }, ["phone", "api"], "others"],
  [
    "others, for a person who acts by a link",
    "others",
    {},
    ["current", "phone", "api"],
    "everywhere",
  ],
  ["none", "none", { acts: true }, [], undefined],
] as const)(
  "a change ends %s, and says how far it reached",
  async (_, scope, { acts, isRotated }: { acts?: true; isRotated?: true }, dead, reached) => {
    const { store, ann, keep, statusOf, because } = await given(memoryStoreUnderTest)
    const tokens = {
      current: await keep(ann),
      phone: await keep(ann),
      api: await keep(ann, { purpose: "api" }),
      report: await keep(ann, { purpose: "report" }),
    }
    const target = {
      userId: ann,
      currentTokenId: acts ? tokens.current.token.id : null,
      ...(isRotated && { isRotated }),
    }

    const applied = await applyTrigger(store, { scope, purposes }, target, because("role_change"))

    const found = []
    for (const [name, kept] of Object.entries(tokens)) {
      if ((await statusOf(kept)) === "revoked") found.push(name)
    }
    expect(found).toEqual(dead)
    expect(totalOf(await store.countEnded(ann, applied.epoch))).toBe(dead.length)
    expect(applied.scope).toBe(reached)
  },
)

test.each(["none", "others", "everywhere"] as const)(
  "a person who proved what held before the change comes too late, if it ends %s",
  async (scope) => {
    const { store, ann, keep, statusOf, because } = await given(memoryStoreUnderTest)
    await applyTrigger(
      store,
      { scope, purposes },
      { userId: ann, currentTokenId: null },
      because("password_change"),
    )
    await expect(keep(ann, { epoch: 0 })).rejects.toThrow("refused")
    expect(await statusOf(await keep(ann, { epoch: 1 }))).toBe("active")
  },
)

const asking: TriggerRule = { scope: "ask", purposes }

test.each([
  ["ended with it", asking, true, { scope: "others", purposes }],
  [
    "spared, but for the links that wait",
    asking,
    false,
    { scope: "others", purposes: pendingLinks },
  ],
  ["not asked about", { scope: "everywhere", purposes }, false, { scope: "everywhere", purposes }],
] as const)("the other devices are %s", (_, rule, endsOthers, outcome) => {
  expect(decideRule(rule, endsOthers)).toEqual(outcome)
})
