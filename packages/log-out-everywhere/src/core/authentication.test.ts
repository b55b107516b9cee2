import { expect, test } from "vitest"
import {
  addOn,
  api,
  good,
  hours,
  type Loose,
  lifetimes,
  policy,
  problemsOf,
  tokens,
} from "../testing/options-under-test.ts"
import { defineAuthentication } from "./authentication.ts"
import type { AuthenticationOptions } from "./authentication-options.ts"
import { endablePurposes } from "./token.ts"

test.each([
  ["tokens that are off", tokens({ enabled: false }), /^tokens\.enabled: .*`enabled: true`/],
  ["tokens that are not stored", tokens({ storeAllTokens: false }), /^tokens\.storeAllTokens: /],
  [
    "tokens that need not be present",
    tokens({ requireTokenPresenceForAuthentication: false }),
    /^tokens\.requireTokenPresenceForAuthentication: /,
  ],
  ["an option that is nearly true", tokens({ enabled: "yes" }), /^tokens\.enabled: /],
  [
    "an empty list to include",
    addOn({ includePurposes: [] }),
    /includePurposes: empty.*leave it out/,
  ],
  [
    "an unknown purpose to include",
    addOn({ includePurposes: ["cookie"] }),
    /includePurposes: "cookie".*"session"/,
  ],
  [
    "revoked tokens to include",
    addOn({ includePurposes: ["revocation"] }),
    /includePurposes: "revocation" is no purpose/,
  ],
  [
    "an unknown purpose to exclude",
    addOn({ excludePurposes: ["cookie"] }),
    /excludePurposes: "cookie".*or "revocation"/,
  ],
  [
    "every purpose to exclude",
    addOn({ excludePurposes: [...endablePurposes] }),
    /^addOns\[0\]\.excludePurposes: spares every purpose, so nothing would end/,
  ],
  [
    "a purpose in both lists",
    addOn({ includePurposes: ["session", "api"], excludePurposes: ["api"] }),
    /"api" is both included and excluded/,
  ],
  [
    "a password change without passwords",
    { ...addOn({ applyOnPasswordChange: true }), strategies: {} },
    /applyOnPasswordChange: .*`strategies: \{ password: \{ minimumLength: 12 \} \}`/,
  ],
  ["a lifetime of nothing", api({ inactivityTimeoutMs: 0 }), /lifetimes\.api: .*positive/],
  [
    "a lifetime that is no number",
    api({ maximumLifetimeMs: Number.NaN }),
    /lifetimes\.api: .*positive/,
  ],
  [
    "an inactivity timeout without effect",
    api({ inactivityTimeoutMs: 36_000_001 }),
    /lifetimes\.api: .*never ends anything/,
  ],
  [
    "touches that are too seldom",
    policy({ touchIntervalMs: 360_001 }),
    /touchIntervalMs: more than a tenth.*lower it/,
  ],
  [
    "two add-ons of one name",
    { ...good, addOns: [{}, { name: "log_out_everywhere" }] },
    /^addOns\[1\]\.name: .*another `name`/,
  ],
  ["a name that is none", addOn({ name: "" }), /^addOns\[0\]\.name: write/],
  [
    "an action's name that is none",
    addOn({ actionName: "a b" }),
    /^addOns\[0\]\.actionName: write/,
  ],
  ["an argument's name that is none", addOn({ argumentName: "1st" }), /\.argumentName: write/],
  [
    "an option that is misspelt",
    addOn({ excludePurpose: ["api"] }),
    /^addOns\[0\]\.excludePurpose: is no option; write "excludePurposes"\./,
  ],
  [
    "a second add-on's password change without passwords",
    { ...good, addOns: [{}, { name: "again", applyOnPasswordChange: true }], strategies: {} },
    /^addOns\[1\]\.applyOnPasswordChange: /,
  ],
  [
    "a purpose that nobody gave a lifetime",
    policy({ lifetimes: { ...lifetimes, api: undefined } }),
    /^tokens\.policy\.lifetimes\.api: missing/,
  ],
  [
    "a limit that keeps everybody out",
    policy({ maxSessions: { standard: { max: 0, atLimit: "refuse" } } }),
    /^tokens\.policy\.maxSessions: 0 .*from 1/,
  ],
  [
    "a role's limit that is no whole number",
    policy({
      maxSessions: {
        standard: { max: 1, atLimit: "refuse" },
        byRole: { admin: { max: 1.5, atLimit: "refuse" } },
      },
    }),
    /^tokens\.policy\.maxSessions: 1\.5 .*from 1/,
  ],
  [
    "ended rows that are kept for no time",
    tokens({ retention: { endedMs: 0, auditMs: 7_776_000_000 } }),
    /^tokens\.retention\.endedMs: /,
  ],
  [
    "addresses that are whole for no time",
    tokens({ retention: { endedMs: 1, auditMs: 7_776_000_000, addressMs: -1 } }),
    /^tokens\.retention\.addressMs: /,
  ],
  [
    "a history shorter than what people see",
    tokens({ retention: { endedMs: 1, auditMs: 7_775_999_999 } }),
    /^tokens\.retention\.auditMs: .*90 days/,
  ],
  ["no add-on", { ...good, addOns: [] }, /^addOns: empty.*`addOns: \[\{\}\]`/],
])("%s is one problem, told with its path and what to write", (_, options, sentence) => {
  expect(problemsOf(options as unknown as AuthenticationOptions)).toEqual([
    expect.stringMatching(sentence),
  ])
})

test("a longer lifetime, and a role's own, are held to the same rules", () => {
  const remembered = { inactivityTimeoutMs: 2, maximumLifetimeMs: 1 }
  const byRole = { admin: { standard: { inactivityTimeoutMs: 1, maximumLifetimeMs: -1 } } }
  const changed = { ...lifetimes, api: { standard: hours, remembered, byRole } }
  const problems = problemsOf(policy({ lifetimes: changed }) as unknown as AuthenticationOptions)
  expect(problems).toHaveLength(3)
})

test("every problem is told at once", () => {
  const { tokens: off } = tokens({ enabled: false, storeAllTokens: false })
  const options = { ...addOn({ includePurposes: [] }), tokens: off }
  expect(problemsOf(options as unknown as AuthenticationOptions)).toHaveLength(3)
})

test("touches at exactly a tenth of the inactivity timeout are often enough", () => {
  expect(
    problemsOf(policy({ touchIntervalMs: 360_000 }) as unknown as AuthenticationOptions),
  ).toEqual([])
})

test.each([
  ["left out: every purpose", {}, [...endablePurposes]],
  ["an include list: only these", { includePurposes: ["session", "api"] }, ["session", "api"]],
  [
    "an exclude list: all but these",
    { excludePurposes: ["revocation", "report", "email_change_undo"] },
    ["session", "api", "password_reset", "magic_link", "invitation", "email_change"],
  ],
  [
    "both: the included without the excluded",
    { includePurposes: ["session", "api"], excludePurposes: ["report"] },
    ["session", "api"],
  ],
])("the purposes that end, %s", (_, options, purposes) => {
  const { logOutEverywhere } = defineAuthentication(
    addOn(options) as unknown as AuthenticationOptions,
  )
  expect(logOutEverywhere.purposes).toEqual(purposes)
})

test("a password change logs out everywhere only where the options say so", () => {
  const applied = (options: Loose) =>
    defineAuthentication(addOn(options) as unknown as AuthenticationOptions).logOutEverywhere
      .applyOnPasswordChange
  expect(applied({})).toBe(false)
  expect(applied({ applyOnPasswordChange: true })).toBe(true)
})
