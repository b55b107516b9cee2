import clsx from "clsx"
import { ArrowDown, ArrowUp, ChevronsUpDown } from "lucide"
import Link from "next/link"
import type { ReactNode } from "react"
import { Icon } from "./icon"
import { LinkUnderWay } from "./under-way"

interface SortHeadProps {
  /** The list sorted by this column, or the other way round where it is already. */
  readonly href: string
  /** Null where the list is sorted by another column. */
  readonly order: "ascending" | "descending" | null
  readonly children: ReactNode
}

/** A column's heading that sorts by it: a link, since the order is part of the address. */
export function SortHead({ href, order, children }: SortHeadProps) {
  const arrow =
    order === "ascending" ? ArrowUp : order === "descending" ? ArrowDown : ChevronsUpDown

  return (
    <th scope="col" aria-sort={order ?? undefined}>
      <Link
        href={href}
        prefetch={false}
        scroll={false}
        className={clsx(
          "group/sort -mx-1 inline-flex items-center pointer-coarse:min-h-11 gap-1 rounded-sm px-1 py-0.5 transition-colors hover:text-ink",
          order && "text-ink",
        )}
      >
        {children}
        <Icon
          of={arrow}
          className={clsx("size-3", !order && "opacity-50 group-hover/sort:opacity-100")}
        />
        <LinkUnderWay />
      </Link>
    </th>
  )
}
