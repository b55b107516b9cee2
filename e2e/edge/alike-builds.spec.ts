import { readFileSync } from "node:fs"
import { expect, test } from "@/e2e/support/fixtures"
import { release } from "@/scripts/release/build"

test("the build bears the names that its sources give it, and none of its actions closes over anything", () => {
  const { actionKey, buildId } = release()
  expect(readFileSync(".next/BUILD_ID", "utf8")).toBe(buildId)
  const manifest = JSON.parse(readFileSync(".next/server/server-reference-manifest.json", "utf8"))
  expect(manifest.encryptionKey).toBe(actionKey)

  const names = Object.values<{ exportedName: string }>(manifest.node).map(
    ({ exportedName }) => exportedName,
  )
  expect(names.length).toBeGreaterThan(20)
  for (const name of names) expect(name).toMatch(/^[a-z]\w*Action$/)
})
