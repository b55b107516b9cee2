import { expect, test } from "vitest"
import { memoryStoreUnderTest } from "./memory-store-under-test"
import { given } from "./store-contract-given"
import { applyTrigger, decided, pendingLinks, type TriggerRule } from "./triggers"

const purposes = ["session", "api"] as const

test.each([
  ["everywhere, for a person who acts", "everywhere", { acts: true }, ["current", "phone", "api"]],
  [
    "everywhere, for a person whose session was rotated",
    "everywhere",
    { acts: true, isRotated: true },
    ["phone", "api"],
  ],
  ["everywhere, for a person who acts by a link", "everywhere", {}, ["current", "phone", "api"]],
  ["others, for a person who acts", "others", { acts: true }, ["phone", "api"]],
  ["others, for a person who acts by a link", "others", {}, ["current", "phone", "api"]],
  ["none", "none", { acts: true }, []],
] as const)(
  "a change ends %s",
  async (_, scope, { acts, isRotated }: { acts?: true; isRotated?: true }, ended) => {
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

    const count = await applyTrigger(store, { scope, purposes }, target, because("role_change"))

    const dead = []
    for (const [name, kept] of Object.entries(tokens)) {
      if ((await statusOf(kept)) === "revoked") dead.push(name)
    }
    expect(dead).toEqual(ended)
    expect(Object.values(count).reduce((sum, each) => sum + each, 0)).toBe(ended.length)
  },
)

test.each(["none", "others", "everywhere"] as const)(
  "who proved what held before the change comes too late, where it ends %s",
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
  expect(decided(rule, endsOthers)).toEqual(outcome)
})
