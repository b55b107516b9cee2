import clsx from "clsx"
import type { ReactNode } from "react"

interface PageProps {
  /** `narrow` for reading and forms, `wide` for tables. */
  readonly width?: keyof typeof widths
  readonly children: ReactNode
}

/** The column that a page's header and sections stand in. Goes inside the shell's <main>. */
export function Page({ width = "narrow", children }: PageProps) {
  return (
    <div className={clsx("mx-auto w-full space-y-10 px-4 py-8 sm:px-6 sm:py-12", widths[width])}>
      {children}
    </div>
  )
}

const widths = { narrow: "max-w-[50rem]", wide: "max-w-[76rem]" }
