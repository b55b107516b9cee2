"use client"

import type { ComponentProps } from "react"
import { Notice } from "@/components/ui/notice"
import { useHasActed } from "./latest-outcome"

/** What a page has to say as it comes. It goes once an act on the page has something newer to say. */
export function PageNotice(props: ComponentProps<typeof Notice>) {
  return useHasActed() ? null : <Notice role="status" {...props} />
}
