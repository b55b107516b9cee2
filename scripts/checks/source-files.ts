import { readdirSync } from "node:fs"
import path from "node:path"

/** Names of what is made, not written. */
const made = new Set([
  ".git",
  ".next",
  ".cache",
  ".data",
  "node_modules",
  "generated",
  "dist",
  "test-results",
  "playwright-report",
  "next-env.d.ts",
])

/** Every file that somebody wrote, as a path from the project's root, sorted. */
export function sourceFiles(folder = ""): string[] {
  return readdirSync(folder || ".", { withFileTypes: true })
    .filter(({ name }) => !made.has(name))
    .flatMap((entry) => {
      const name = path.posix.join(folder, entry.name)
      return entry.isDirectory() ? sourceFiles(name) : [name]
    })
    .sort()
}
