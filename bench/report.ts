import type { Contender } from "./contender"
import type { Timing } from "./measure"

export interface Layer {
  readonly title: string
  readonly contenders: readonly Contender[]
  readonly statements: ReadonlyMap<Contender, number>
  readonly timings: ReadonlyMap<Contender, Timing>
  /** Checks a second. */
  readonly rates: ReadonlyMap<Contender, number>
}

export function latencyTable({ title, contenders, statements, timings }: Layer): string {
  const [floor, ours] = [medianOf("floor"), medianOf("ours")]
  return table(
    [title, "SQL", "median ms", "p99 ms", "× floor", "× ours"],
    contenders.map((contender) => {
      const { medianMs, p99Ms } = timings.get(contender) ?? { medianMs: NaN, p99Ms: NaN }
      const ratios = [medianMs / floor, medianMs / ours].map((ratio) => ratio.toFixed(2))
      const sql = String(statements.get(contender))
      return [contender.name, sql, medianMs.toFixed(3), p99Ms.toFixed(2), ...ratios]
    }),
  )

  function medianOf(role: Contender["role"]) {
    return fastest({ contenders, timings }, role).medianMs
  }
}

export function throughputTable({ title, contenders, rates }: Layer): string {
  const ours = contenders.find(({ role }) => role === "ours")
  const oursRate = ours ? (rates.get(ours) ?? NaN) : NaN
  return table(
    [title, "checks/s", "× ours"],
    contenders.map((contender) => {
      const rate = rates.get(contender) ?? NaN
      return [contender.name, rate.toFixed(0), (rate / oursRate).toFixed(2)]
    }),
  )
}

/** One line for each target, with what was measured. */
export function targets(layer: Layer): string[] {
  const [floor, ours] = [fastest(layer, "floor"), fastest(layer, "ours")]
  const peer = fastest(layer, "peer")
  const statements = layer.contenders
    .filter(({ role }) => role === "ours")
    .map((contender) => layer.statements.get(contender) ?? NaN)
  return [
    target(Math.max(...statements), 1, `SQL statements in ${ours.name}`),
    target(ours.medianMs / floor.medianMs, 1.5, "times the floor"),
    target(ours.medianMs / peer.medianMs, 0.5, `times the fastest peer (${peer.name})`),
  ]
}

function target(measured: number, most: number, what: string): string {
  const figure = Number.isInteger(measured) ? measured : measured.toFixed(2)
  return `${measured <= most ? "PASS" : "over"}  ${figure} ${what}; at most ${most}`
}

function fastest(
  { contenders, timings }: Pick<Layer, "contenders" | "timings">,
  role: Contender["role"],
) {
  const all = contenders
    .filter((contender) => contender.role === role)
    .map((contender) => ({
      name: contender.name,
      medianMs: timings.get(contender)?.medianMs ?? NaN,
    }))
    .toSorted((a, b) => a.medianMs - b.medianMs)
  return all[0] ?? { name: `no ${role}`, medianMs: NaN }
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, ...rows]
  const widths = head.map((_, column) =>
    Math.max(...lines.map((line) => line[column]?.length ?? 0)),
  )
  return lines
    .map((line) =>
      line
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join("  "),
    )
    .join("\n")
}
