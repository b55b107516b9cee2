import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { sourceFiles } from "./source-files"
import { folderProblems, treeProblems } from "./tree-rules"

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
  ["an import of a room of the package", `${core}/a.ts`, importing("./shapes/b.ts")],
  ["an import from a room of the package", `${core}/shapes/a.ts`, importing("../../acts/b.ts")],
  ["an import by its address", "lib/a.ts", importing("@/lib/b")],
])("%s is no problem", (_, file, text) => {
  expect(treeProblems(file, text)).toEqual([])
})

test("a folder of 33 files is a problem, one of 32 is none, and neither counts what is in the folders below", () => {
  const many = (folder: string, count: number) =>
    Array.from({ length: count }, (_, index) => `${folder}/${index}.ts`)
  expect(folderProblems([...many("lib/a", 33), ...many("lib", 20)])).toHaveLength(1)
  expect(folderProblems([...many("lib/a", 32), ...many("lib", 32)])).toEqual([])
})

function importing(source: string): string {
  return `import { b } from "${source}"`
}

test.each([
  [
    "scripts, without tests",
    sourceFiles("scripts").filter((file) => !file.includes(".test.")),
    3_000,
  ],
  ["the linter's configuration", ["biome.json"], 150],
])("%s: few enough lines to know", (_, files, most) => {
  const lines = files.map((file) => readFileSync(file, "utf8").split("\n").length - 1)
  const all = lines.reduce((sum, count) => sum + count, 0)
  expect(all).toBeGreaterThan(50)
  expect(all).toBeLessThan(most)
})
