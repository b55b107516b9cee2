"use client"

import type { ComponentProps } from "react"
import { renderedForField } from "@/lib/rendered-for"
import { useRenderedFor } from "./rendered-for"

/**
 * A form that does something. It says for whom it was rendered, and the server refuses it for anyone else.
 *
 * The linter knows no other form, but for those that only look.
 */
export function MarkedForm({ children, ...form }: ComponentProps<"form">) {
  const mark = useRenderedFor()

  return (
    <form {...form}>
      <input type="hidden" name={renderedForField} value={mark} />
      {children}
    </form>
  )
}
