import type { IconNode } from "lucide"
import type { ReactElement } from "react"
import { Card } from "@/components/ui/card"
import { EmptyState } from "@/components/ui/empty-state"
import { Table } from "@/components/ui/table"

interface DataTableProps {
  readonly words: {
    readonly caption: string
    readonly columns: Readonly<Record<string, string>>
    readonly nothing: string
    readonly nothingHint: string
  }
  /** Shown if there are no rows. */
  readonly icon: IconNode
  /** The column of numbers, which stand to the right. */
  readonly numbers?: string
  readonly children: readonly ReactElement[]
}

/** A card with a table of rows, or with the words for none. */
export function DataTable({ words, icon, numbers, children }: DataTableProps) {
  return (
    <Card>
      {children.length === 0 ? (
        <EmptyState icon={icon} title={words.nothing}>
          {words.nothingHint}
        </EmptyState>
      ) : (
        <Table caption={words.caption}>
          <thead>
            <tr>
              {Object.entries(words.columns).map(([column, title]) => (
                <th scope="col" key={column} data-number={column === numbers || undefined}>
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>{children}</tbody>
        </Table>
      )}
    </Card>
  )
}
