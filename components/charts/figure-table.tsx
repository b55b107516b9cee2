import type { ReactNode } from "react"
import { NumberLink } from "./legend"

interface FigureTableProps {
  readonly caption: string
  /** The heading of the labels, and then of each number. */
  readonly columns: readonly string[]
  readonly rows: readonly {
    readonly key: string
    readonly label: ReactNode
    readonly values: readonly { readonly count: number; readonly href: string }[]
  }[]
  /** Draws beside each label how large its first number is, beside the largest. */
  readonly hasBars?: boolean
}

/** Numbers with their names; each number leads to what it counts. */
export function FigureTable({ caption, columns, rows, hasBars = false }: FigureTableProps) {
  const sizes = rows.map(({ values }) => values[0]?.count ?? 0)
  const max = Math.max(...sizes, 1)

  return (
    <div className="figures-room">
      <table className="figures">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, label, values }, index) => (
            <tr key={key}>
              <th scope="row">
                <span>{label}</span>
                {hasBars && <Bar part={(sizes[index] ?? 0) / max} />}
              </th>
              {values.map(({ count, href }, column) => (
                <td key={columns[column + 1]}>
                  <NumberLink count={count} href={href} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const Bar = ({ part }: { readonly part: number }) => (
  <svg className="figures-bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
    <path d="M0 2h100" className="chart-grid" />
    <rect width={Math.round(part * 1_000) / 10} height="4" data-tone="main" />
  </svg>
)
