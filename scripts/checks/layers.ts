/** Which part of the project imports which: as the tool sees it in the sources, and as a document says it. */
import type { ICruiseResult } from "dependency-cruiser"
import { cruise } from "./cruise"

/** The parts that each part imports. */
export type Layers = ReadonlyMap<string, ReadonlySet<string>>

const source = "packages/log-out-everywhere/src"

/** What is served and what is installed: not tests, nor what they alone take. */
const isServed = (file: string) =>
  /^(?:app|components|lib)\/.*\.tsx?$|^packages\/[^/]+\/src\/.*\.ts$|^(?:auth|authentication|proxy|server)\.ts$/.test(
    file,
  ) && !/\.test\.tsx?$|-under-test\.tsx?$|\/generated\//.test(file)

/** The part that a file belongs to. A folder's part is itself, so that a new folder is a new part. */
export function partOf(file: string): string {
  if (file === "auth.ts") return "lib/auth"
  // The door of the core opens the acts as well.
  if (file === `${source}/core/index.ts`) return `${source}/acts`
  const [, part] = /^(packages\/[^/]+\/src\/[^/]+|lib\/[^/]+|app|components)\//.exec(file) ?? []
  return part ?? (file.startsWith("lib/") ? "lib" : file)
}

/** What the sources import of one another. */
export function importedLayers({ modules }: Pick<ICruiseResult, "modules"> = cruise()): Layers {
  const layers = new Map<string, Set<string>>()
  for (const { source: file, dependencies } of modules) {
    if (!isServed(file)) continue
    const part = partOf(file)
    const imported = layers.get(part) ?? new Set()
    layers.set(part, imported)
    for (const { resolved } of dependencies) {
      const other = isServed(resolved) ? partOf(resolved) : part
      if (other !== part) imported.add(other)
    }
  }
  return layers
}

/** How high a part stands: one above the highest that it imports of the parts that count. */
export function floorsOf(layers: Layers, counts: (part: string) => boolean): Map<string, number> {
  const floors = new Map<string, number>()
  const floorOf = (part: string): number => {
    const known = floors.get(part)
    if (known !== undefined) return known
    floors.set(part, 0)
    const below = [...(layers.get(part) ?? [])].filter(counts).map(floorOf)
    const floor = 1 + Math.max(0, ...below)
    floors.set(part, floor)
    return floor
  }
  for (const part of [...layers.keys()].filter(counts)) floorOf(part)
  return floors
}

/** The drawing: the package below the rule, the app above it, each part as low as its imports let it stand. */
export function drawLayers(layers: Layers): string {
  const isInPackage = (part: string) => part.startsWith(source)
  const draw = (counts: (part: string) => boolean) => {
    const floors = floorsOf(layers, counts)
    const lines = Array.from({ length: Math.max(...floors.values()) }, () => [] as string[])
    for (const [part, floor] of floors) lines[floor - 1]?.push(part.replace(source, ""))
    const drawn = lines.map(
      (parts) =>
        `  ${parts
          .toSorted()
          .map((part) => part.padEnd(20))
          .join("")}`,
    )
    return drawn.reverse().map((line) => line.trimEnd())
  }
  const [app, inPackage] = [draw((part) => !isInPackage(part)), draw(isInPackage)]
  return [...app, `  ${"─".repeat(52)}`, ...inPackage].join("\n")
}

/** The drawing in a document. */
export const drawingIn = (document: string) => drawn.exec(document)?.[2] ?? ""

/** The document with another drawing in its place. */
export const withDrawing = (document: string, drawing: string) =>
  document.replace(drawn, (_, before, __, after) => `${before}${drawing}${after}`)

const drawn = /(<!-- layers -->\n\n```\n)(.*?)(\n```)/s

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
  const [, door] = /^log-out-everywhere(?:\/([\w-]+))?$/.exec(name) ?? [null, null]
  return door === null ? name : partOf(`${source}/${door ?? "core"}/index.ts`)
}
