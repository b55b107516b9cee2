import { expect, test } from "vitest"
import { errorFacts } from "./error-facts"

const factsOf = (message: string) => errorFacts(new Error(message)).message

test("an error is told by its kind, its words, its place and the error beneath", () => {
  const cause = Object.assign(new Error('relation "Tokn" does not exist'), { code: "42P01" })
  const facts = errorFacts(new TypeError("Cannot read 'name' of undefined", { cause }))
  expect(facts).toMatchObject({
    type: "TypeError",
    message: "Cannot read 'name' of undefined",
    cause: { type: "Error 42P01", message: 'relation "Tokn" does not exist' },
  })
  expect(facts.stack).toMatch(/^at .*error-facts\.test\.ts:\d+/)
})

test("its words are of a bounded length, and so is its stack", () => {
  const error = new Error("long ".repeat(10_000))
  error.stack = `Error\n${"    at f (file.ts:1:1)\n".repeat(500)}`
  expect(JSON.stringify(errorFacts(error)).length).toBeLessThan(4_000)
})

test.each([
  ["an address with a password", "connect postgresql://loe:lantern@db:5432/x failed"],
  ["a person's address", "no such mailbox: lantern@example.com"],
  ["a query", "GET /link/report?secret=lantern failed"],
  ["a sentence in quotes", 'cannot use "lantern harbor demo"'],
  ["a secret", `no row ${"lantern_".repeat(6)} here`],
])("%s in its words is not told", (_, message) => {
  expect(factsOf(message)).not.toContain("lantern")
})

test("what a parser could not read is not told", () => {
  const parse = () => JSON.parse('lantern\n{"level":60,"msg":"forged"}')
  expect(parse).toThrow(SyntaxError)
  try {
    parse()
  } catch (error) {
    expect(JSON.stringify(errorFacts(error))).not.toMatch(/lantern|forged/)
  }
  const bad = Object.assign(new Error('invalid input syntax for type uuid: "lantern"'), {
    code: "22P02",
  })
  expect(errorFacts(bad)).toMatchObject({ type: "Error 22P02" })
  expect(errorFacts(bad).message).not.toContain("lantern")
})

test("what is thrown and is no error is told as what it is", () => {
  expect(errorFacts("out of words")).toEqual({ type: "string", message: "out of words" })
})
