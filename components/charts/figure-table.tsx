import type { ReactNode } from "react"
import { NumberLink } from "./legend"
import { PlainTable } from "./plain-table"

interface FigureTableProps {
  readonly caption: string
  /** The heading of the labels, and then of each number. */
  readonly columns: readonly string[]
  readonly rows: readonly {
    readonly key: string
    readonly label: ReactNode
    readonly values: readonly { readonly count: number; readonly href: string }[]
  }[]
  /** Draws below each label how large its first number is, beside the largest. */
  readonly hasBars?: boolean
}

/** Numbers with their names; each number leads to what it counts. */
export function FigureTable({ caption, columns, rows, hasBars = false }: FigureTableProps) {
  const sizes = rows.map(({ values }) => values[0]?.count ?? 0)
  const max = Math.max(...sizes, 1)

  return (
    <PlainTable
      caption={caption}
      columns={columns}
      rows={rows.map(({ key, label, values }, index) => ({
        key,
        cells: [
          <span key="label">
            <span>{label}</span>
            {hasBars && <Bar part={(sizes[index] ?? 0) / max} />}
          </span>,
          ...values.map((value, column) => <NumberLink key={columns[column + 1]} {...value} />),
        ],
      }))}
    />
  )
}

const Bar = ({ part }: { readonly part: number }) => (
  <svg className="figures-bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
    <path d="M0 2h100" className="chart-grid" />
    <rect width={Math.round(part * 1_000) / 10} height="4" data-tone="main" />
  </svg>
)
