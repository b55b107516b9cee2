import type { ComponentProps } from "react"
import { ActForm } from "@/components/acts/act-form"
import { CardRow } from "@/components/ui/card"

interface AccountActProps extends ComponentProps<typeof ActForm> {
  readonly title: string
  /** What the act will do, to whom. */
  readonly hint: string
}

/** One act on an account, under its heading and the words that tell what it will do. */
export function AccountAct({ title, hint, ...act }: AccountActProps) {
  return (
    <CardRow className="space-y-3">
      <div className="space-y-0.5">
        <h3 className="text-sm font-medium">{title}</h3>
        <p className="text-[0.8125rem] text-ink-soft text-pretty wrap-break-word">{hint}</p>
      </div>
      <ActForm size="sm" {...act} />
    </CardRow>
  )
}
