import { parse, View } from "vega"
import { compile, type TopLevelSpec } from "vega-lite"

/** The name begins with whose it is. */
export interface Bar {
  readonly name: string
  readonly value: number
}

export interface Picture {
  /** With the unit. */
  readonly title: string
  readonly bars: readonly Bar[]
}

/**
 * A picture of figures side by side, as a file: its colours follow the light or dark scheme of the reader.
 *
 * Where the largest is more than 20 times the least, the scale is logarithmic. Nothing on it is at 0, so that a length
 * would say nothing: there, dots.
 */
export async function svgOf(picture: Picture): Promise<string> {
  const view = new View(parse(compile(specOf(picture)).spec), { renderer: "none" })
  try {
    const svg = await view.toSVG()
    return `${svg.replace(/^<svg[^>]*>/, (opening) => `${opening}<style>${style}</style>`)}\n`
  } finally {
    view.finalize()
  }
}

/** As the picture shows it: three digits are what a run of minutes can vouch for. */
export const shown = (value: number) =>
  value.toLocaleString("en", { maximumSignificantDigits: 3, maximumFractionDigits: 20 })

export function isLogarithmic(bars: readonly Bar[]): boolean {
  const values = bars.map(({ value }) => value)
  return Math.min(...values) > 0 && Math.max(...values) / Math.min(...values) > 20
}

/** The name stands above its bar, so that a long one takes no room from the picture. */
function specOf({ title, bars }: Picture): TopLevelSpec {
  const isLog = isLogarithmic(bars)
  const powers = isLog ? powersAround(bars) : []
  const mark = isLog
    ? ({ type: "point", filled: true, opacity: 1, size: 90, yOffset: 9 } as const)
    : ({ type: "bar", height: 9, yOffset: 9, cornerRadiusEnd: 2 } as const)
  const text = { type: "text", align: "left", color: "var(--ink)", fontSize: 12 } as const

  return {
    title: { text: isLog ? `${title} (logarithmic)` : title, anchor: "start", frame: "group" },
    width: 560,
    height: { step: 40 },
    data: {
      values: bars.map((bar) => ({ ...bar, side: sideOf(bar.name), shown: shown(bar.value) })),
    },
    encoding: { y: { field: "name", type: "nominal", sort: null, axis: null } },
    layer: [
      {
        mark,
        encoding: {
          x: {
            field: "value",
            type: "quantitative",
            title: null,
            scale: isLog
              ? { type: "log", domainMin: Math.min(...powers), domainMax: Math.max(...powers) }
              : { zero: true },
            axis: isLog ? { values: powers } : { tickCount: 5 },
          },
          color: {
            field: "side",
            type: "nominal",
            legend: null,
            scale: {
              domain: ["ours", "floor", "theirs"],
              range: ["var(--ours)", "var(--floor)", "var(--theirs)"],
            },
          },
        },
      },
      {
        mark: { ...text, dx: 9, dy: 9, fontWeight: "bold" },
        encoding: { x: { field: "value", type: "quantitative" }, text: { field: "shown" } },
      },
      { mark: { ...text, dy: -7 }, encoding: { x: { value: 0 }, text: { field: "name" } } },
    ],
    config: {
      background: "transparent",
      padding: 12,
      font: "system-ui, -apple-system, 'Segoe UI', sans-serif",
      view: { stroke: null },
      title: { color: "var(--ink)", fontSize: 14, offset: 14 },
      axis: {
        labelColor: "var(--faint)",
        labelFontSize: 11,
        gridColor: "var(--grid)",
        domain: false,
        ticks: false,
      },
    },
  }
}

/** The project's, the least that the work can cost, or another library's. */
function sideOf(name: string): "ours" | "floor" | "theirs" {
  if (name.startsWith("ours")) return "ours"
  return /^(?:floor|jose)/.test(name) ? "floor" : "theirs"
}

/** The powers of ten from below the least to above the largest. */
function powersAround(bars: readonly Bar[]): number[] {
  const exponents = bars.map(({ value }) => Math.log10(value))
  const [first, last] = [Math.floor(Math.min(...exponents)), Math.ceil(Math.max(...exponents))]
  return Array.from({ length: last - first + 1 }, (_, step) => 10 ** (first + step))
}

const style = `
svg{--ink:#1f2328;--faint:#59636e;--grid:#d1d9e0;--ours:#0969da;--floor:#818b98;--theirs:#bc4c00}
@media(prefers-color-scheme:dark){svg{--ink:#f0f6fc;--faint:#9198a1;--grid:#3d444d;--ours:#4493f8;--floor:#9198a1;--theirs:#db6d28}}
`
