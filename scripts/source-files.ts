import { readdirSync } from "node:fs"
import path from "node:path"

/** Folders that are made, not written. */
const made = new Set([
  ".git",
  ".next",
  ".cache",
  ".data",
  "node_modules",
  "lib/db/generated",
  "test-results",
  "playwright-report",
])

/** Every file that somebody wrote, as a path from the project's root, sorted. */
export function sourceFiles(folder = ""): string[] {
  return readdirSync(folder || ".", { withFileTypes: true })
    .map((entry) => ({ entry, name: path.posix.join(folder, entry.name) }))
    .filter(({ entry, name }) => !made.has(name) && entry.name !== "node_modules")
    .flatMap(({ entry, name }) => (entry.isDirectory() ? sourceFiles(name) : [name]))
    .sort()
}
