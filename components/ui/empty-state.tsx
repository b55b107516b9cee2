import type { IconNode } from "lucide"
import type { ReactNode } from "react"
import { Icon } from "@/components/ui/icon"

interface EmptyStateProps {
  readonly icon: IconNode
  readonly title: string
  readonly children?: ReactNode
}

/** What stands where a list would, when there is nothing to list. */
export function EmptyState({ icon, title, children }: EmptyStateProps) {
  return (
    <div className="flex flex-col items-center gap-3 px-6 py-12 text-center">
      <span className="grid size-10 place-items-center rounded-full bg-sunken text-ink-faint">
        <Icon of={icon} className="size-5" />
      </span>
      <p className="text-sm font-medium">{title}</p>
      {children && <div className="max-w-sm text-sm text-ink-soft text-pretty">{children}</div>}
    </div>
  )
}
