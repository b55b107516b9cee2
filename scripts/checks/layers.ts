/** Which part of the project imports which: as the sources do it, and as a document says it. */
import { readFileSync } from "node:fs"
import path from "node:path"
import { sourceFiles } from "./source-files"

/** The parts that each part imports. */
export type Layers = ReadonlyMap<string, ReadonlySet<string>>

const source = "packages/log-out-everywhere/src"

/** What is served and what is installed: not tests, nor what they alone take. */
const isServed = (file: string) =>
  /^(?:app|components|lib)\/.*\.tsx?$|^packages\/[^/]+\/src\/.*\.ts$|^(?:auth|authentication|proxy|server)\.ts$/.test(
    file,
  ) && !/\.test\.tsx?$|-under-test\.ts$/.test(file)

/** The part that a file belongs to. A folder's part is itself, so that a new folder is a new part. */
export function partOf(file: string): string {
  if (file === "auth.ts") return "lib/auth"
  if (file === "lib/texts.ts") return "lib/texts"
  // The door of the core opens the acts as well.
  if (file === `${source}/core/index.ts`) return `${source}/acts`
  const [, part] = /^(packages\/[^/]+\/src\/[^/]+|lib\/[^/]+|app|components)\//.exec(file) ?? []
  return part ?? (file.startsWith("lib/") ? "lib" : file)
}

/** What the sources import of one another. */
export function importedLayers(): Layers {
  const layers = new Map<string, Set<string>>()
  for (const file of sourceFiles().filter(isServed)) {
    const part = partOf(file)
    const imported = layers.get(part) ?? new Set()
    layers.set(part, imported)
    for (const name of importsOf(readFileSync(file, "utf8"))) {
      const other = partOfImport(file, name)
      if (other && other !== part) imported.add(other)
    }
  }
  return layers
}

const importsOf = (text: string) =>
  [
    ...text.matchAll(
      /^(?:import|export|\}) [^"\n]*?from "([^"]+)"|^import "([^"]+)"|\bimport\("([^"]+)"\)/gm,
    ),
  ].map(([, named, bare, dynamic]) => named ?? bare ?? dynamic ?? "")

/** Undefined for what comes from elsewhere. */
function partOfImport(file: string, name: string): string | undefined {
  const [, door] = /^log-out-everywhere(?:\/([\w-]+))?$/.exec(name) ?? [null, null]
  if (door !== null) return partOf(`${source}/${door ?? "core"}/index.ts`)
  if (name.startsWith("@/")) return partOf(withEnding(name.slice(2)))
  if (name.startsWith(".")) return partOf(withEnding(path.posix.join(path.dirname(file), name)))
  return undefined
}

const withEnding = (name: string) => (/\.tsx?$/.test(name) ? name : `${name}.ts`)

/** The rows of the table whose first column is headed "part". */
export function tabledLayers(document: string): Layers {
  const [, table = ""] = /^\| part \|.*\n\| -.*\n((?:\|.*\n)+)/m.exec(document) ?? []
  const rows = table.trim().split("\n")
  return new Map(
    rows.map((row) => {
      const cells = row.split(" | ")
      const names = namesIn(cells.at(-1) ?? "")
      return [partNamed(namesIn(cells[0] ?? "")[0] ?? ""), new Set(names.map(partNamed))]
    }),
  )
}

const namesIn = (cell: string) => [...cell.matchAll(/`([^`]+)`/g)].map(([, name = ""]) => name)

/** As a document calls it: a folder, a file, a door of the package, or a folder of its sources. */
function partNamed(name: string): string {
  if (/^\/[\w-]+$/.test(name)) return `${source}${name}`
  return partOfImport("", name) ?? name
}

/** The lines of the drawing, the top one first, each with the parts that stand on it. */
export function drawnLayers(document: string): readonly (readonly string[])[] {
  const [, drawing = ""] = /<!-- layers -->\n\n```\n(.*?)```/s.exec(document) ?? []
  return drawing
    .split("\n")
    .map((line) => line.split(/\s+/).filter((word) => /^\/?[a-z][\w./-]*$/.test(word)))
    .filter((words) => words.length > 0)
    .map((words) => words.map(partNamed))
}
