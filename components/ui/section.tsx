import { type ReactNode, useId } from "react"

interface SectionProps {
  /** What the fragment of an address names. */
  readonly id?: string
  readonly title: string
  readonly description?: ReactNode
  /** What stands at the right of the title: usually one button. */
  readonly aside?: ReactNode
  readonly children: ReactNode
}

/** A titled part of a page, and a landmark of that name. */
export function Section({ id, title, description, aside, children }: SectionProps) {
  const titleId = useId()

  return (
    <section id={id} aria-labelledby={titleId} className="scroll-mt-4 space-y-4">
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <div className="min-w-0 space-y-1">
          <h2 id={titleId} className="text-base font-semibold tracking-[-0.01em]">
            {title}
          </h2>
          {description && (
            <p className="max-w-prose text-sm text-ink-soft text-pretty">{description}</p>
          )}
        </div>
        {aside}
      </div>
      {children}
    </section>
  )
}
