import type { ReactNode } from "react"
import { BackLink } from "./back-link"

interface PageHeaderProps {
  /** The page above this one. */
  readonly back?: { readonly href: string; readonly label: string }
  readonly title: ReactNode
  readonly description?: ReactNode
  /** What stands at the right of the title. */
  readonly aside?: ReactNode
}

/** A page's one first-level heading. */
export function PageHeader({ back, title, description, aside }: PageHeaderProps) {
  return (
    <header className="flex flex-wrap items-end justify-between gap-x-6 gap-y-4">
      <div className="min-w-0 space-y-1.5">
        {back && <BackLink href={back.href}>{back.label}</BackLink>}
        <h1 className="text-2xl font-semibold tracking-[-0.022em] wrap-break-word">{title}</h1>
        {description && (
          <p className="max-w-prose text-sm text-ink-soft text-pretty wrap-break-word">
            {description}
          </p>
        )}
      </div>
      {aside}
    </header>
  )
}
