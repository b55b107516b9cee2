"use client"

import { createContext, type ReactNode, use } from "react"

interface RenderedForProps {
  /** What the forms inside say of whom they were rendered for. */
  readonly mark: string
  readonly children?: ReactNode
}

/** Tells the forms inside it for whom they are rendered. */
export function RenderedFor({ mark, children }: RenderedForProps) {
  return <Context value={mark}>{children}</Context>
}

export function useRenderedFor(): string {
  const mark = use(Context)
  if (mark === null) throw new Error("A form stands inside <RenderedFor>.")
  return mark
}

const Context = createContext<string | null>(null)
