import { expect, test } from "vitest"
import { type Bar, isLogarithmic, shown, svgOf } from "./chart"

const contenders: Bar[] = [
  { name: "floor: one prepared statement", value: 0.2543 },
  { name: "ours: resume, from memory under a lease", value: 0.003_842 },
  { name: "Better Auth: getSession, cookie cache (blind to revocation)", value: 12.61 },
]

/** What a reader sees of a picture: its texts, in their order. */
const textsOf = (svg: string) =>
  [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text = ""]) => text)

/** Where the marks of the figures begin, from left to right, by their name. */
const placesOf = (svg: string) =>
  [...svg.matchAll(/aria-roledescription="point"[^>]*transform="translate\(([\d.]+),/g)].map(
    ([, x]) => Number(x),
  )

test.each([
  ["apart by a thousand", contenders],
  ["alike", contenders.map((bar, index) => ({ ...bar, value: 7_000 + index }))],
  ["0 among others", contenders.map((bar, index) => ({ ...bar, value: index * 5 }))],
])("a picture of figures that are %s has every name, and every figure", async (_, bars) => {
  const texts = textsOf(await svgOf({ title: "The check", bars }))
  for (const { name, value } of bars) {
    expect(texts).toContain(name)
    expect(texts).toContain(shown(value))
  }
  expect(texts.some((text) => text.startsWith("The check"))).toBe(true)
})

test("figures that are apart by more than 20 times stand on a logarithmic scale, which says so", async () => {
  expect(isLogarithmic(contenders)).toBe(true)
  expect(isLogarithmic([{ name: "none", value: 0 }, ...contenders])).toBe(false)
  expect(isLogarithmic(contenders.slice(0, 1))).toBe(false)
  const svg = await svgOf({ title: "The check", bars: contenders })
  expect(textsOf(svg)).toContain("The check (logarithmic)")
  const [floor = 0, memory = 0, cached = 0] = placesOf(svg)
  // From 0.001 to 100 there are five powers of ten.
  const power = (cached - memory) / (Math.log10(12.61) - Math.log10(0.003_842))
  expect(floor - memory).toBeCloseTo(power * (Math.log10(0.2543) - Math.log10(0.003_842)), 0)
})

test("what a name holds is text, never markup", async () => {
  const bars = [{ name: `<script>alert("1")</script> & 'more'`, value: 1 }]
  const svg = await svgOf({ title: "<b>Bold</b>", bars })
  expect(svg).not.toMatch(/<script|<b>/)
  expect(svg).toContain("&lt;script&gt;")
})

test("a picture's colours are those of the reader's scheme, and nothing in it comes from elsewhere", async () => {
  const svg = await svgOf({ title: "The check", bars: contenders })
  expect(svg).toContain("@media(prefers-color-scheme:dark)")
  const named = new Set([...svg.matchAll(/var\((--\w+)\)/g)].map(([, name]) => name))
  expect([...named].toSorted()).toEqual([
    "--faint",
    "--floor",
    "--grid",
    "--ink",
    "--ours",
    "--theirs",
  ])
  for (const name of named) expect(svg.split(`${name}:#`)).toHaveLength(3)
  expect(svg.replaceAll(/xmlns(?::\w+)?="[^"]*"/g, "")).not.toMatch(/https?:|url\(/)
})
