import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { drawnLayers, importedLayers, tabledLayers } from "./layers"

const architecture = readFileSync("ARCHITECTURE.md", "utf8")
const imported = importedLayers()
const parts = [...imported.keys()].toSorted()

test("every part of the sources has one row in ARCHITECTURE.md and one place in its drawing", () => {
  expect(parts.length).toBeGreaterThan(15)
  expect([...tabledLayers(architecture).keys()].toSorted()).toEqual(parts)
  expect(drawnLayers(architecture).flat().toSorted()).toEqual(parts)
})

test.each(parts)("%s imports the parts that its row names, and no others", (part) => {
  const named = [...(tabledLayers(architecture).get(part) ?? [])]
  expect([...(imported.get(part) ?? [])].toSorted()).toEqual(named.toSorted())
})

test("every arrow of the drawing points down", () => {
  const lines = drawnLayers(architecture)
  const lineOf = (part: string) => lines.findIndex((line) => line.includes(part))
  const arrows = [...imported].flatMap(([from, to]) => [...to].map((each) => [from, each] as const))
  expect(arrows.length).toBeGreaterThan(30)
  expect(arrows.filter(([from, to]) => lineOf(from) >= lineOf(to))).toEqual([])
})
