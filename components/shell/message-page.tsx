import type { LucideIcon } from "lucide-react"
import type { ReactNode } from "react"
import { Page } from "@/components/ui/page"

interface MessagePageProps {
  readonly icon: LucideIcon
  readonly title: string
  readonly children: ReactNode
}

/** A page that has one thing to say. */
export function MessagePage({ icon: Icon, title, children }: MessagePageProps) {
  return (
    <Page>
      <div className="mx-auto flex max-w-md flex-col items-center gap-4 py-12 text-center sm:py-20">
        <span className="grid size-12 place-items-center rounded-full border border-line bg-surface text-ink-soft shadow-card">
          <Icon aria-hidden className="size-5" />
        </span>
        <h1 className="text-xl font-semibold tracking-[-0.02em] text-balance">{title}</h1>
        <div className="space-y-5 text-sm text-ink-soft text-pretty">{children}</div>
      </div>
    </Page>
  )
}
