import type { ReactNode } from "react"
import { words } from "@/lib/texts/words"

interface SkipPastProps {
  /** Names the place behind the list, as nothing else on the page does. */
  readonly id: string
  /** A long list. */
  readonly children: ReactNode
}

/** Before a long list a link to what comes behind it, which shows while it has the focus. */
export function SkipPast({ id, children }: SkipPastProps) {
  return (
    <div className="relative">
      <a
        href={`#${id}`}
        className="sr-only rounded-control bg-accent text-sm font-medium text-on-accent focus:not-sr-only focus:absolute focus:start-2 focus:-top-2 focus:z-10 focus:px-4 focus:py-2 print:hidden"
      >
        {words("shell")("skipList")}
      </a>
      {children}
      <div id={id} tabIndex={-1} />
    </div>
  )
}
