import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { frozenWords } from "./frozen-words"
import { sourceFiles } from "./source-files"

test.each([
  ["a title", 'export const metadata = { title: words("login")("title") }'],
  ["a room", 'const t = words("login")'],
  ["a message of a schema", 'const Input = z.string().min(1, words("form")("required"))'],
])("%s that a module keeps is found", (_, source) => {
  expect(frozenWords("a.ts", source)).toHaveLength(1)
})

test.each([
  [
    "a title of a request",
    'export const generateMetadata = () => ({ title: words("login")("title") })',
  ],
  ["a message that is asked for", 'const required = { error: () => words("form")("required") }'],
  ["a getter", 'const about = { get description() { return words("api")("title") } }'],
])("%s is none", (_, source) => {
  expect(frozenWords("a.ts", source)).toEqual([])
})

test("every text is asked for by a request, and none is kept for the next", () => {
  const files = sourceFiles().filter((file) =>
    /^(?:app|components|lib)\/.*(?<!\.test)\.tsx?$/.test(file),
  )
  expect(files.length).toBeGreaterThan(400)
  expect(files.flatMap((file) => frozenWords(file, readFileSync(file, "utf8")))).toEqual([])
})
