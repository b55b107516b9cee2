import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { sourceFiles } from "./source-files"

test("the demo's command alone makes a demo, and no setting does", () => {
  const files = sourceFiles().filter((file) => /\.(?:tsx?|mjs)$/.test(file))
  const making = files.filter((file) => /\brunAsDemo\b/.test(readFileSync(file, "utf8")))
  expect(making.filter((file) => !file.endsWith(".test.ts"))).toEqual([
    "lib/demo.ts",
    "scripts/demo.ts",
  ])
  expect(readFileSync("lib/demo.ts", "utf8")).not.toMatch(/process\.env|settings/)
})
