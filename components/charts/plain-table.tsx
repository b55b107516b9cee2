import type { ReactNode } from "react"
import { TableHead } from "@/components/ui/table"

interface PlainTableProps {
  readonly caption: string
  readonly columns: readonly string[]
  /** The first cell names its row. */
  readonly rows: readonly { readonly key: string; readonly cells: readonly ReactNode[] }[]
}

/** A short table, which is the same on a phone and on paper. */
export function PlainTable({ caption, columns, rows }: PlainTableProps) {
  return (
    <div className="figures-room">
      <table className="figures">
        <caption className="sr-only">{caption}</caption>
        <TableHead columns={columns} />
        <tbody>
          {rows.map(({ key, cells: [name, ...cells] }) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              {cells.map((cell, index) => (
                <td key={columns[index + 1]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
