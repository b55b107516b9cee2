import { expect, test } from "vitest"
import { good, type Loose, problemsOf } from "../testing/options-under-test.ts"
import { defineAuthentication } from "./authentication.ts"
import type { AuthenticationOptions } from "./authentication-options.ts"
import { endablePurposes } from "./token.ts"

const none = { scope: "none", purposes: [] }
const everywhere = { scope: "everywhere", purposes: endablePurposes }
const triggers = (rows: Loose) => ({ ...good, triggers: rows })
const applied = { applyOnPasswordChange: true }

test.each([
  ["an unknown event", triggers({ full_moon: none }), /^triggers\.full_moon: is no event/],
  [
    "a trigger that ends nothing by mistake",
    triggers({ role_changed: { scope: "others", purposes: [] } }),
    /^triggers\.role_changed\.purposes: empty.*`scope: "none"`/,
  ],
  [
    "a trigger on an unknown purpose",
    triggers({ role_changed: { scope: "others", purposes: ["cookie"] } }),
    /^triggers\.role_changed\.purposes: "cookie"/,
  ],
  [
    "a trigger that asks where there is no form",
    triggers({ role_changed: { scope: "ask", purposes: ["session"] } }),
    /^triggers\.role_changed\.scope: this change has no form/,
  ],
  [
    "a disabled account that keeps tokens",
    triggers({ account_disabled: none }),
    /^triggers\.account_disabled: everything ends/,
  ],
  [
    "a trigger that contradicts the add-on",
    { ...triggers({ password_changed: none }), addOns: [{ applyOnPasswordChange: true }] },
    /^triggers\.password_changed: contradicts `applyOnPasswordChange: true`/,
  ],
  [
    "a reset that contradicts the add-on: it is a password change",
    { ...triggers({ password_reset: none }), addOns: [applied] },
    /^triggers\.password_reset: contradicts `applyOnPasswordChange: true`/,
  ],
  [
    "a scope that is none",
    triggers({ role_changed: { scope: "all", purposes: ["session"] } }),
    /^triggers\.role_changed\.scope: "all" is no scope; write "none", "others", "everywhere", "ask"\./,
  ],
  [
    "an event that is misspelt",
    triggers({ role_change: none }),
    /^triggers\.role_change: is no event; write "role_changed"\./,
  ],
  [
    "a disabled account that keeps a purpose",
    triggers({ account_disabled: { scope: "everywhere", purposes: ["session"] } }),
    /^triggers\.account_disabled: everything ends/,
  ],
  [
    "a deleted account that keeps tokens",
    triggers({ account_deleted: none }),
    /^triggers\.account_deleted: everything ends/,
  ],
  [
    "a trigger that spares what the add-on ends",
    {
      ...triggers({ password_changed: { scope: "everywhere", purposes: ["session"] } }),
      addOns: [applied],
    },
    /^triggers\.password_changed: contradicts/,
  ],
  [
    "a trigger that contradicts the second add-on",
    { ...triggers({ password_changed: none }), addOns: [{}, { name: "second", ...applied }] },
    /^triggers\.password_changed: contradicts/,
  ],
])("%s is one problem, told with its path and what to write", (_, options, sentence) => {
  expect(problemsOf(options as unknown as AuthenticationOptions)).toEqual([
    expect.stringMatching(sentence),
  ])
})

test.each([
  ["every purpose", everywhere, applied],
  [
    "what the add-on's lists come to",
    { scope: "everywhere", purposes: ["session"] },
    { ...applied, includePurposes: ["session", "api"], excludePurposes: ["api", "report"] },
  ],
])("a row that ends %s contradicts no add-on that applies", (_, row, addOn) => {
  const options = { ...triggers({ password_changed: row }), addOns: [addOn] }
  const contradictions = problemsOf(options as unknown as AuthenticationOptions).filter((problem) =>
    problem.startsWith("triggers"),
  )
  expect(contradictions).toEqual([])
})

test("a password change ends what every add-on that applies to it ends, whichever place it has", () => {
  const options = {
    ...good,
    addOns: [
      { includePurposes: ["report"] },
      { name: "devices", includePurposes: ["session"], ...applied },
      { name: "keys", includePurposes: ["api"], ...applied },
    ],
  }
  const { triggers } = defineAuthentication(options as unknown as AuthenticationOptions)
  expect(triggers.password_changed).toEqual({ scope: "everywhere", purposes: ["session", "api"] })
  expect(triggers.password_reset).toEqual({
    scope: "everywhere",
    purposes: ["session", "api", "report"],
  })
})
