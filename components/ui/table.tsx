import type { ReactNode } from "react"

interface TableProps {
  /** Says what the rows are, for whom cannot see them. */
  readonly caption: string
  readonly children: ReactNode
}

/**
 * A table of plain thead, tbody, tr, th and td, looks and all from app/tables.css: where the window is narrow
 * its rows are cards. A cell names its column there with `data-label`; `data-number` stands at the end.
 */
export function Table({ caption, children }: TableProps) {
  return (
    // Where it is too wide all the same it scrolls within its card, as the keyboard does by what is in it.
    <div className="overflow-x-auto rounded-card print:overflow-visible">
      <table className="list-table">
        <caption className="sr-only">{caption}</caption>
        {children}
      </table>
    </div>
  )
}

/** The headings of columns that are no more than their names. */
export function TableHead({ columns }: { readonly columns: readonly string[] }) {
  return (
    <thead>
      <tr>
        {columns.map((column) => (
          <th key={column} scope="col">
            {column}
          </th>
        ))}
      </tr>
    </thead>
  )
}
