"use client"

import type { ComponentProps } from "react"
import { Notice } from "@/components/ui/notice"
import { useHasSaid } from "./toast-list"

/** What a page has to say as it comes. It goes once an act on the page has something newer to say. */
export function PageNotice({ children, ...notice }: ComponentProps<typeof Notice>) {
  if (useHasSaid()) return null

  return (
    <Notice role="status" tabIndex={-1} autoFocus data-outcome {...notice}>
      <p>{children}</p>
    </Notice>
  )
}
