import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { cruise } from "./cruise"
import { drawingIn, drawLayers, floorsOf, importedLayers, tabledLayers } from "./layers"
import { reachIn } from "./reach"

const architecture = readFileSync("ARCHITECTURE.md", "utf8")
const cruised = cruise()
const imported = importedLayers(cruised)
const parts = [...imported.keys()].toSorted()

test("no import of the sources breaks a rule, and the tool has seen them all", () => {
  const { summary } = cruised
  const broken = summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)
  expect(broken).toEqual([])
  expect(summary.totalCruised).toBeGreaterThan(500)
  // Without its parser the tool sees no import, and so no breach.
  expect(summary.totalDependenciesCruised).toBeGreaterThan(2_000)
})

test("the drawing in ARCHITECTURE.md is that of the sources; `npx tsx scripts/draw-layers.ts` draws it", () => {
  expect(drawingIn(architecture)).toBe(drawLayers(imported))
})

test("every part of the sources has one row in ARCHITECTURE.md", () => {
  expect(parts.length).toBeGreaterThan(15)
  expect([...tabledLayers(architecture).keys()].toSorted()).toEqual(parts)
})

test.each(parts)("%s imports the parts that its row names, and no others", (part) => {
  const named = [...(tabledLayers(architecture).get(part) ?? [])]
  expect([...(imported.get(part) ?? [])].toSorted()).toEqual(named.toSorted())
})

test("no part imports one that stands as high as itself or higher", () => {
  const floors = floorsOf(imported, () => true)
  const arrows = [...imported].flatMap(([from, to]) => [...to].map((each) => [from, each] as const))
  expect(arrows.length).toBeGreaterThan(30)
  const floorOf = (part: string) => floors.get(part) ?? 0
  expect(arrows.filter(([from, to]) => floorOf(from) <= floorOf(to))).toEqual([])
})

test("the rooms of lib stand on five floors at most", () => {
  const floors = floorsOf(imported, (part) => part.startsWith("lib/"))
  expect(Math.max(...floors.values())).toBeLessThanOrEqual(5)
})

test("every page that shows places says where they are from", () => {
  // A mail has the line in itself.
  const reaches = reachIn(cruised, (file) => file.startsWith("lib/mail/"))
  const files = cruised.modules.map(({ source }) => source)
  const pages = files.filter(
    (file) => file.endsWith("/page.tsx") && reaches(file, "lib/places/near.ts"),
  )
  expect(pages).toContain("app/report/page.tsx")
  expect(pages.filter((page) => !reaches(page, "app/place-credit.tsx"))).toEqual([])
})
