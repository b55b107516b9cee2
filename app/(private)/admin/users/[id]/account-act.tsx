import type { ComponentProps } from "react"
import { ActForm } from "@/components/acts/act-form"
import { CardRow } from "@/components/ui/card"

/** One act on an account, under the words that tell what it does. */
export function AccountAct({
  hint,
  ...act
}: ComponentProps<typeof ActForm> & { readonly hint: string }) {
  return (
    <CardRow className="space-y-3">
      <p className="text-[0.8125rem] text-ink-soft text-pretty">{hint}</p>
      <ActForm size="sm" {...act} />
    </CardRow>
  )
}
