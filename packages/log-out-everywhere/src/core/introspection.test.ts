import { expect, expectTypeOf, test } from "vitest"
import { defineAuthentication } from "./authentication.ts"
import type { TokenPolicy } from "./policy.ts"
import type { EverywhereScope, RevocationCount } from "./store.ts"
import { endablePurposes, tokenPurposes } from "./token.ts"

const hours = { inactivityTimeoutMs: 3_600_000, maximumLifetimeMs: 36_000_000 }
const lifetimes = Object.fromEntries(tokenPurposes.map((purpose) => [purpose, { standard: hours }]))
const revoked: [string, EverywhereScope][] = []
const tokens = {
  enabled: true,
  storeAllTokens: true,
  requireTokenPresenceForAuthentication: true,
  policy: { lifetimes, touchIntervalMs: 60_000, freshForMs: 600_000 } as unknown as TokenPolicy,
  retention: { endedMs: 1, auditMs: 7_776_000_000 },
  revoke: async (userId: string, scope: EverywhereScope): Promise<RevocationCount> => {
    revoked.push([userId, scope])
    return { session: 2 }
  },
}
const password = { minimumLength: 12 }

const authentication = defineAuthentication({
  tokens,
  strategies: { password },
  addOns: [
    { applyOnPasswordChange: true },
    {
      name: "end_devices",
      actionName: "endDevices",
      argumentName: "personId",
      includePurposes: ["session"],
    },
  ],
})

test("an add-on is found by its name, with every option filled in", () => {
  const addOn = authentication.addOn("log_out_everywhere")
  expect(addOn).toMatchObject({
    actionName: "log_out_everywhere",
    argumentName: "user",
    purposes: [...endablePurposes],
    applyOnPasswordChange: true,
  })
  expectTypeOf(addOn.actionName).toEqualTypeOf<"log_out_everywhere">()
})

test("a renamed action runs under its own names, on its own purposes", async () => {
  const addOn = authentication.addOn("end_devices")
  expectTypeOf(addOn.argumentName).toEqualTypeOf<"personId">()

  expect(await authentication.action(addOn, "endDevices", { personId: "ann" })).toEqual({
    session: 2,
  })
  expect(revoked).toEqual([["ann", { kind: "everywhere", purposes: ["session"] }]])
})

test("the default names are refused where they were renamed, by the compiler and at run time", async () => {
  const addOn = authentication.addOn("end_devices")
  await expect(
    // @ts-expect-error The action has another name.
    authentication.action(addOn, "log_out_everywhere", { personId: "ann" }),
  ).rejects.toThrow('Write `action(addOn, "endDevices", { personId: id })`.')
  // @ts-expect-error The argument has another name.
  await expect(authentication.action(addOn, "endDevices", { user: "ann" })).rejects.toThrow(
    "personId",
  )
  // @ts-expect-error No add-on has this name.
  expect(() => authentication.addOn("log_out")).toThrow('No add-on is named "log_out".')
})

test("the compiler refuses an unknown purpose, an empty list of add-ons, and a password change without passwords", () => {
  const strategies = { password }
  expect(() =>
    // @ts-expect-error "cookie" is no purpose.
    defineAuthentication({ tokens, strategies, addOns: [{ includePurposes: ["cookie"] }] }),
  ).toThrow('"cookie" is no purpose')
  // @ts-expect-error There must be one.
  expect(() => defineAuthentication({ tokens, strategies, addOns: [] })).toThrow("addOns: empty")
  expect(() =>
    // @ts-expect-error Nobody has a password.
    defineAuthentication({ tokens, strategies: {}, addOns: [{ applyOnPasswordChange: true }] }),
  ).toThrow("there is no password to change")
})

test("triggers have defaults, and a row of one's own replaces one", () => {
  const none = { scope: "none", purposes: [] } as const
  const { triggers } = defineAuthentication({
    tokens,
    strategies: { password },
    addOns: [{}],
    triggers: { email_changed: none },
  })
  expect(triggers.email_changed).toEqual(none)
  expect(triggers.password_changed.scope).toBe("ask")
  expect(authentication.triggers.password_changed.scope).toBe("everywhere")
})
