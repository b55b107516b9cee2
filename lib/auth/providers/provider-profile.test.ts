import fc from "fast-check"
import { expect, test } from "vitest"
import { parseEmail } from "@/lib/names/email"
import { lengthOf } from "@/lib/names/line"
import { isAccountId, isVouchedFor, parseNewcomer } from "./provider-profile"

const account = { provider: "oidc", providerAccountId: "sub-7", type: "oidc" } as const

/** As JSON brings it, whatever NextAuth's types say of it. */
const parse = (profile: object, id = "sub-7") =>
  parseNewcomer({ ...account, providerAccountId: id }, JSON.parse(JSON.stringify(profile)))

test.each([
  [true, true],
  ["true", true],
  [false, false],
  ["false", false],
  ["TRUE", false],
  ["yes", false],
  [1, false],
  [null, false],
  [undefined, false],
  [{}, false],
  [["true"], false],
])("a provider that says email_verified: %j vouches: %s", (said, isVouched) => {
  expect(isVouchedFor(JSON.parse(JSON.stringify({ email_verified: said })))).toBe(isVouched)
})

test.each([
  "ann@example.com,bob@example.com",
  "not an address",
  "\u212Aelvin@example.com",
  `${"a".repeat(4_990)}@example.com`,
  "",
  null,
  7,
])("the address %j makes nobody", (email) => {
  expect(parse({ email })).toBe(null)
})

test.each([
  ["", false],
  ["x".repeat(255), true],
  ["x".repeat(256), false],
  ["x".repeat(6_000), false],
  ["sub\0", false],
  ["sub-7|auth0", true],
  ["s\u00FCb", false],
])("of account numbers %j is one: %s", (id, is) => {
  expect(isAccountId(id)).toBe(is)
  expect(parse({ email: "ann@example.com" }, id) !== null).toBe(is)
})

test("a profile is held to what forms ask, and nobody is turned away for a name or a picture", () => {
  const name = `\u202Eevil\r\nnimda\u0007 ${"x".repeat(3_000)}`
  expect(parse({ email: " Ann@MÜLLER.example", name, picture: "javascript:alert(1)" })).toEqual({
    email: "ann@xn--mller-kva.example",
    name: `evil nimda ${"x".repeat(189)}`,
    image: null,
    emailVerifiedAt: null,
    account,
  })
  const picture = "https://example.com/ann.png"
  expect(parse({ email: "ann@example.com", avatar_url: picture })).toMatchObject({ image: picture })
  expect(
    parse({ email: "ann@example.com", picture: `${picture}?${"x".repeat(2_000)}` }),
  ).toMatchObject({ image: null, name: null })
})

test("whatever a provider says, what is kept is an address and a line", () => {
  const profile = fc.record(
    {
      email: fc.oneof(fc.emailAddress(), fc.string({ unit: "binary" }), fc.jsonValue()),
      name: fc.oneof(fc.string({ unit: "binary", maxLength: 900 }), fc.jsonValue()),
      picture: fc.oneof(fc.webUrl(), fc.jsonValue()),
      email_verified: fc.jsonValue(),
    },
    { requiredKeys: [] },
  )
  fc.assert(
    fc.property(profile, (said) => {
      expect(typeof isVouchedFor(JSON.parse(JSON.stringify(said)))).toBe("boolean")
      const newcomer = parse(said)
      if (!newcomer) return
      expect(parseEmail(newcomer.email)).toBe(newcomer.email)
      expect(lengthOf(newcomer.name ?? "")).toBeLessThanOrEqual(200)
      expect(newcomer.image ?? "https://").toMatch(/^https:\/\//)
    }),
    { numRuns: 300 },
  )
})
