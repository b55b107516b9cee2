import fc from "fast-check"
import { expect, test } from "vitest"
import { addOn, good, hours, policy, problemsOf, tokens } from "../testing/options-under-test.ts"
import { defineAuthentication } from "./authentication.ts"
import type { AuthenticationOptions } from "./authentication-options.ts"
import { nearest } from "./shapes/words.ts"

const { addOns: _, ...withoutAddOns } = good
const { tokens: __, ...withoutTokens } = good

test.each([
  ["a misspelt option", { ...good, trigger: {} }, 'trigger: is no option; write "triggers".'],
  [
    "an option that is like none",
    { ...good, cookies: {} },
    'cookies: is no option; write "tokens", "strategies", "addOns", "triggers".',
  ],
  [
    "an option of another shape",
    tokens({ retension: 1 }),
    'tokens.retension: is no option; write "retention".',
  ],
  [
    "a misspelt part of the policy",
    policy({ touchInterval: 1 }),
    'tokens.policy.touchInterval: is no option; write "touchIntervalMs".',
  ],
  [
    "an unknown purpose's lifetime",
    policy({ lifetimes: { ...good.tokens.policy.lifetimes, sesion: {} } }),
    'tokens.policy.lifetimes.sesion: is no purpose; write "session".',
  ],
  [
    "a text for a flag",
    addOn({ applyOnPasswordChange: "no" }),
    "addOns[0].applyOnPasswordChange: write `true` or `false`.",
  ],
  ["missing add-ons", withoutAddOns, "addOns: write a list."],
  [
    "missing tokens",
    withoutTokens,
    'tokens: write an object with "enabled", "storeAllTokens", "requireTokenPresenceForAuthentication", "policy", "retention", "revoke".',
  ],
  [
    "a missing policy",
    tokens({ policy: undefined }),
    'tokens.policy: write an object with "lifetimes", "maxSessions", "touchIntervalMs", "freshForMs".',
  ],
  [
    "a missing retention",
    tokens({ retention: null }),
    'tokens.retention: write an object with "endedMs", "auditMs", "addressMs".',
  ],
  [
    "a text for a list",
    addOn({ includePurposes: "session" }),
    "addOns[0].includePurposes: write a list.",
  ],
  [
    "a list for an object",
    { ...good, triggers: [] },
    /^triggers: write an object with "password_changed"/,
  ],
  [
    "a number for a purpose",
    addOn({ excludePurposes: [1] }),
    "addOns[0].excludePurposes[0]: write a text.",
  ],
  ["nothing to end tokens with", tokens({ revoke: "later" }), "tokens.revoke: write a function."],
  [
    "an unknown answer at the limit",
    policy({ maxSessions: { standard: { max: 5, atLimit: "end_last_recent" } } }),
    'tokens.policy.maxSessions.standard.atLimit: "end_last_recent" is no answer; write "end_least_recent".',
  ],
  [
    "a password of no length",
    { ...good, strategies: { password: { minimumLength: 7 } } },
    "strategies.password.minimumLength: write a whole number from 8 to 64 (NIST SP 800-63B-4).",
  ],
  [
    "a proof that is fresh for no time that there is",
    policy({ freshForMs: Number.NaN }),
    "tokens.policy.freshForMs: write a number of milliseconds.",
  ],
  [
    "no options",
    null,
    'The options: write an object with "tokens", "strategies", "addOns", "triggers".',
  ],
])("%s is one problem, told with its path and what to write", (_, options, sentence) => {
  expect(problemsOf(options as unknown as AuthenticationOptions)).toEqual([
    typeof sentence === "string" ? sentence : expect.stringMatching(sentence),
  ])
})

test("a purpose of the app's own is one like the others: it has lifetimes, and ends with them", () => {
  const own = { ...good.tokens.policy.lifetimes, device_pairing: { standard: hours } }
  const { logOutEverywhere, policy: held } = defineAuthentication(
    policy({ lifetimes: own }) as unknown as AuthenticationOptions,
  )
  expect(logOutEverywhere.purposes).toContain("device_pairing")
  expect(Object.keys(held.lifetimes)).toContain("device_pairing")
  const endless = policy({ lifetimes: { ...own, device_pairing: { standard: 1 } } })
  expect(problemsOf(endless as unknown as AuthenticationOptions)).toEqual([
    expect.stringMatching(/^tokens\.policy\.lifetimes\.device_pairing\.standard: write an object/),
  ])
})

test("whatever is handed in as options, it works or is refused with a list of problems", () => {
  const paths = pathsIn(good)
  const broken = fc
    .tuple(
      fc.constantFrom(...paths),
      fc.oneof(fc.jsonValue(), fc.constant(undefined), fc.anything()),
    )
    .map(([path, value]) => changedAt(good, path, value))
  fc.assert(
    fc.property(fc.oneof(fc.jsonValue(), fc.anything(), broken), (options) => {
      try {
        defineAuthentication(options as AuthenticationOptions)
      } catch (error) {
        expect(String(error)).toMatch(/^Error: The authentication options do not hold:\n- ./)
      }
    }),
    { numRuns: 2_000 },
  )
})

test.each([
  ["trigger", "triggers"],
  ["TRIGGERS", undefined],
  ["", undefined],
  ["x".repeat(1_000_000), undefined],
])("of known words the nearest to %.10s is %s", (given, word) => {
  expect(nearest(given, ["triggers", "tokens"])).toBe(word)
})

function pathsIn(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== "object" || value === null) return [path]
  const below = Object.entries(value).flatMap(([name, each]) => pathsIn(each, [...path, name]))
  return [path, [...path, "other"], ...below]
}

function changedAt(whole: unknown, [name, ...rest]: readonly string[], value: unknown): unknown {
  if (name === undefined) return value
  const held = Object(whole) as Record<string, unknown>
  const changed = changedAt(held[name], rest, value)
  return Array.isArray(whole)
    ? whole.map((each, index) => (String(index) === name ? changed : each))
    : { ...held, [name]: changed }
}
