import type { IconNode } from "lucide"
import type { ReactElement } from "react"
import { Card } from "@/components/ui/card"
import { EmptyState } from "@/components/ui/empty-state"
import { Table } from "@/components/ui/table"
import { group, words } from "@/lib/texts/words"

interface DataTableProps {
  /** The room of its words: a caption, columns, and what is said if there are no rows. */
  readonly room: "mailbox" | "users"
  /** Shown if there are no rows. */
  readonly icon: IconNode
  /** The column of numbers, which stand to the right. */
  readonly numbers?: string
  readonly children: readonly ReactElement[]
}

/** A card with a table of rows, or with the words for none. */
export function DataTable({ room, icon, numbers, children }: DataTableProps) {
  const t = words(room)

  return (
    <Card>
      {children.length === 0 ? (
        <EmptyState icon={icon} title={t("nothing")}>
          {t("nothingHint")}
        </EmptyState>
      ) : (
        <Table caption={t("caption")}>
          <thead>
            <tr>
              {Object.entries(group(room, "columns")).map(([column, title]) => (
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
