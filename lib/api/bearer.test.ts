import fc from "fast-check"
import { expect, test } from "vitest"
import { bearerOf } from "./bearer"

test.each([
  ["as everybody writes it", "Bearer abc", "abc"],
  ["in small letters", "bearer abc", "abc"],
  ["in capitals", "BEARER abc", "abc"],
  ["with several spaces", "Bearer   abc", "abc"],
  ["with every sign that may be in it", "Bearer Az09-._~+/==", "Az09-._~+/=="],
  ["with space around it", " \tBearer abc\t ", "abc"],
])("a secret is found %s", (_, header, secret) => {
  expect(bearerOf(header)).toEqual({ kind: "secret", secret })
})

test.each([
  ["without a secret", "Bearer"],
  ["with spaces alone", "Bearer   "],
  ["with two secrets", "Bearer abc def"],
  ["with a parameter", 'Bearer realm="x"'],
  ["with a secret in quotes", 'Bearer "abc"'],
  ["with a comma", "Bearer abc, Basic abc"],
  ["with padding alone", "Bearer =="],
  ["with padding in the middle", "Bearer a=b"],
  ["with a tab for the space", "Bearer\tabc"],
  ["with a line break", "Bearer abc\n"],
  ["with a NUL", "Bearer a\0b"],
  ["with letters of other scripts", "Bearer äbc"],
])("a header %s is malformed", (_, header) => {
  expect(bearerOf(header)).toEqual({ kind: "malformed" })
})

test.each([
  ["no header", null],
  ["an empty one", ""],
  ["another scheme", "Basic dTpw"],
  ["a longer scheme", "Bearertoken abc"],
  ["a secret without its scheme", "loe_abc"],
])("%s brings nothing", (_, header) => {
  expect(bearerOf(header)).toEqual({ kind: "none" })
})

test("whatever the header is, a secret is one word of its characters", () => {
  const scheme = fc.constantFrom("Bearer", "bearer", "Bearer ", " BEARER  ", "Basic")
  fc.assert(
    fc.property(scheme, fc.string({ unit: "binary", maxLength: 40 }), (scheme, rest) => {
      const bearer = bearerOf(`${scheme} ${rest}`)
      if (bearer.kind === "secret") expect(bearer.secret).toMatch(/^[\w.~+/-]+=*$/)
    }),
    { numRuns: 2_000 },
  )
})
