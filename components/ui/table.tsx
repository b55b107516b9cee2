import clsx from "clsx"
import type { ComponentProps } from "react"

interface TableProps extends ComponentProps<"table"> {
  /** Says what the rows are, for whom cannot see them. */
  readonly caption: string
}

/** A table that scrolls within its card where the window is narrow. Its head and rows are plain thead, tbody and tr. */
export function Table({ caption, className, children, ...rest }: TableProps) {
  return (
    // A region that scrolls must be reachable by keyboard.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls
    <section aria-label={caption} tabIndex={0} className="overflow-x-auto rounded-card">
      <table className={clsx("w-full border-collapse text-sm", className)} {...rest}>
        <caption className="sr-only">{caption}</caption>
        {children}
      </table>
    </section>
  )
}

/** A column's heading. Say `aria-sort` where the rows are sorted by it. */
export function HeadCell({ className, ...rest }: ComponentProps<"th">) {
  return (
    <th
      scope="col"
      className={clsx(
        "border-b border-line px-4 py-2.5 text-start text-xs font-medium whitespace-nowrap text-ink-faint first:ps-5 last:pe-5",
        className,
      )}
      {...rest}
    />
  )
}

/** Rows are `<Row>`, so that lines and hover are the same everywhere. */
export function Row({ className, ...rest }: ComponentProps<"tr">) {
  return (
    <tr
      className={clsx(
        "border-b border-line transition-colors last:border-b-0 hover:bg-sunken/50 has-checked:bg-note-soft",
        className,
      )}
      {...rest}
    />
  )
}

export function Cell({ className, ...rest }: ComponentProps<"td">) {
  return <td className={clsx("px-4 py-3 align-middle first:ps-5 last:pe-5", className)} {...rest} />
}
