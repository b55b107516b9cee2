import clsx from "clsx"
import { type IconNode, LogOut } from "lucide"
import type { ReactNode } from "react"
import { Icon } from "@/components/ui/icon"

interface MessageProps {
  readonly icon: IconNode
  readonly title: string
  readonly children: ReactNode
}

/** The one thing that a page has to say. */
export function Message({ icon, title, children }: MessageProps) {
  return (
    <div className="mx-auto flex w-full max-w-lg flex-col items-center gap-4 px-4 py-16 text-center sm:px-6 sm:py-24">
      <span className="grid size-12 place-items-center rounded-full border border-line bg-surface text-ink-soft shadow-card">
        <Icon of={icon} className={clsx("size-5", icon === LogOut && "rtl:-scale-x-100")} />
      </span>
      <h1 className="text-xl font-semibold tracking-[-0.02em] text-balance">{title}</h1>
      <div className="space-y-5 text-sm text-ink-soft text-pretty">{children}</div>
    </div>
  )
}
