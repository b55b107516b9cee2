import { expect, test } from "vitest"
import { treeProblems } from "./tree-rules"

const core = "packages/log-out-everywhere/src/core"

test.each([
  ["a file of 201 lines", "lib/a.ts", "\n".repeat(201)],
  ["a test that is skipped", "lib/a.test.ts", `test.${"skip"}("x", () => {})`],
  ["a test that keeps others from running", "e2e/a.spec.ts", `  describe.${"only"}("x", f)`],
  ["an import from the folder above", "lib/a.ts", importing("../b")],
  ["an import from a folder below", "lib/a.ts", importing("./b/c")],
  ["an import from the package's own root", `${core}/a.ts`, importing("../../package.json")],
  ["a dynamic import from elsewhere", "lib/a.ts", `const b = await import("${"../b"}")`],
])("%s is a problem", (_, file, text) => {
  expect(treeProblems(file, text)).toHaveLength(1)
})

test.each([
  ["a file of 200 lines", "lib/a.ts", "\n".repeat(200)],
  ["a long document", "README.md", "\n".repeat(500)],
  ["a test of something that skips", "lib/a.test.ts", `test("it skips", () => skip())`],
  ["an import from the same folder", "lib/a.ts", importing("./b")],
  ["an import of generated code", "lib/db/a.ts", importing("./generated/client")],
  ["an import of one door of the package by another", `${core}/a.ts`, importing("../testing/b.js")],
  ["an import by its address", "lib/a.ts", importing("@/lib/b")],
])("%s is no problem", (_, file, text) => {
  expect(treeProblems(file, text)).toEqual([])
})

function importing(source: string): string {
  return `import { b } from "${source}"`
}
