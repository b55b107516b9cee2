import clsx from "clsx"
import type { ComponentProps } from "react"
import { Table } from "./table"

/**
 * A table whose rows become cards where the window is narrow: the first cell is the card's head, one
 * with `data-aside` stands beside it, and each other is a line that begins with its `data-label`. Of the
 * headings those stay that do something.
 */
export function StackedTable({ className, ...rest }: ComponentProps<typeof Table>) {
  return <Table className={clsx(stacked, className)} {...rest} />
}

const stacked = [
  "max-md:block max-md:[&>thead]:block max-md:[&>tbody]:block",
  "max-md:[&_th]:border-0 max-md:[&_th]:p-0! max-md:[&_th:not(:has(a,input))]:sr-only",
  "max-md:[&>thead>tr]:flex max-md:[&>thead>tr]:flex-wrap max-md:[&>thead>tr]:gap-x-4 max-md:[&>thead>tr]:gap-y-1",
  "max-md:[&>thead>tr]:border-b max-md:[&>thead>tr]:border-line max-md:[&>thead>tr]:px-4 max-md:[&>thead>tr]:py-2.5",
  "max-md:[&>thead:not(:has(a,input))]:sr-only",
  "max-md:[&>tbody>tr]:grid max-md:[&>tbody>tr]:grid-cols-[minmax(0,1fr)_auto] max-md:[&>tbody>tr]:items-start",
  "max-md:[&>tbody>tr]:gap-x-3 max-md:[&>tbody>tr]:gap-y-1.5 max-md:[&>tbody>tr]:p-4",
  "max-md:[&_td]:col-span-2 max-md:[&_td]:flex max-md:[&_td]:gap-2 max-md:[&_td]:p-0! max-md:[&_td:empty]:hidden",
  // Each place in one declaration: of two that overlap, a minifier may let the wrong one win.
  "max-md:[&_td:first-child:has(~[data-aside]:not(:empty))]:[grid-area:1/1]",
  "max-md:[&_td[data-aside]:not(:has(fieldset))]:[grid-area:1/2]",
  "max-md:[&_td[data-label]]:before:w-24 max-md:[&_td[data-label]]:before:shrink-0 max-md:[&_td[data-label]]:text-[0.8125rem]",
  "max-md:[&_td[data-label]]:before:content-[attr(data-label)] max-md:[&_td[data-label]]:before:text-ink-faint",
].join(" ")
