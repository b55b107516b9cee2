import { existsSync, readFileSync } from "node:fs"
import path from "node:path"
import { expect, test } from "vitest"

/** The files that docs/adapter.md tells an engineer to copy, by its table. */
function toCopy(): string[] {
  const rows = readFileSync("docs/adapter.md", "utf8").matchAll(
    /^\| `(lib\/\w+)` \| ((?:`[\w-]+\.ts` ?)+)\|/gm,
  )
  return [...rows].flatMap(([, folder = "", names = ""]) =>
    [...names.matchAll(/`([\w-]+\.ts)`/g)].map(([, name = ""]) => `${folder}/${name}`),
  )
}

function importsOf(file: string): string[] {
  const sources = readFileSync(file, "utf8").matchAll(/from "((?:@|\.)\/[^"]+)"/g)
  return [...sources].map(([, source = ""]) =>
    source.startsWith("@/") ? source.slice(2) : path.join(path.dirname(file), source),
  )
}

/** Copied whole, made by Prisma, or the engineer's own. */
const others = ["lib/tokens", "lib/db/generated/client", "lib/settings"]

test("whoever copies what docs/adapter.md names has all that it imports", () => {
  const copied = toCopy()
  expect(copied.length).toBeGreaterThan(20)
  expect(copied.filter((file) => !existsSync(file))).toEqual([])
  const missing = copied
    .flatMap(importsOf)
    .filter((source) => !others.includes(source) && !copied.includes(`${source}.ts`))
  expect([...new Set(missing)]).toEqual([])
})

test("it names every file that must be told of settings", () => {
  const text = readFileSync("docs/adapter.md", "utf8")
  const readers = toCopy().filter((file) => importsOf(file).includes("lib/settings"))
  for (const reader of readers) expect(text).toContain(`In \`${reader}\``)
})
