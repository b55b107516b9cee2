import type { ReactNode } from "react"
import { Act, type ActProps } from "@/components/acts/act"
import { ActArea } from "@/components/acts/act-area"
import { CardRow, CardRows } from "@/components/ui/card"
import type { FormAction } from "@/lib/forms/form-state"

export interface Finding {
  readonly id: string
  readonly title: string
  readonly hint: ReactNode
  readonly act: ActProps
}

interface FindingsProps {
  readonly action: FormAction
  readonly findings: readonly Finding[]
}

/** What one act is the answer to. Stays when nothing is left of it, to say how the act went. */
export function Findings({ action, findings }: FindingsProps) {
  return (
    <ActArea action={action} className="[&>[aria-live]:not(:empty)]:p-4">
      {findings.length > 0 && (
        <FindingList>
          {findings.map(({ id, title, hint, act }) => (
            <FindingRow key={id} title={title} hint={hint}>
              <Act {...act} size="sm" />
            </FindingRow>
          ))}
        </FindingList>
      )}
    </ActArea>
  )
}

/** One of several in a card, each with a line above it; that of the first is the card's own. */
export function FindingList({ children }: { readonly children: ReactNode }) {
  return <CardRows className="-mt-px border-t border-line">{children}</CardRows>
}

interface FindingRowProps extends Pick<Finding, "title" | "hint"> {
  /** What to do about it. */
  readonly children: ReactNode
}

export function FindingRow({ title, hint, children }: FindingRowProps) {
  return (
    <CardRow className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3">
      <div className="min-w-0">
        <p className="text-sm font-medium wrap-anywhere">
          <bdi>{title}</bdi>
        </p>
        <p className="max-w-prose text-[0.8125rem] text-ink-soft text-pretty">{hint}</p>
      </div>
      {children}
    </CardRow>
  )
}
