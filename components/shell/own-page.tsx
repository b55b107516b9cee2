"use client"

import { type ReactNode, useLayoutEffect } from "react"
import { RenderedFor, useRenderedFor } from "@/components/acts/rendered-for"
import { loadAnew } from "./load-anew"

interface OwnPageProps {
  readonly mark: string
  readonly children: ReactNode
}

/**
 * What a page shows one person. The shell around it stays from page to page: if it was rendered for somebody
 * who has left this browser since, nothing shows under their name, and everything is loaded again.
 */
export function OwnPage({ mark, children }: OwnPageProps) {
  const isSame = useRenderedFor() === mark
  useLayoutEffect(() => {
    if (!isSame) loadAnew()
  }, [isSame])

  return isSame ? <RenderedFor mark={mark}>{children}</RenderedFor> : null
}
