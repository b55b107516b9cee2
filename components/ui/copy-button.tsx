"use client"

import { useState, useSyncExternalStore } from "react"
import { useTranslations } from "use-intl/react"
import { Button } from "./button"

/** Puts a text into the clipboard, and says so. Only a script can, so without one there is no button. */
export function CopyButton({ text, name }: { readonly text: string; readonly name: string }) {
  const t = useTranslations("copyButton")
  const [outcome, setOutcome] = useState("")
  const canCopy = useSyncExternalStore(
    never,
    () => navigator.clipboard !== undefined,
    () => false,
  )
  if (!canCopy) return null

  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setOutcome(t("copied")),
      () => setOutcome(t("notCopied")),
    )

  return (
    <span className="flex flex-wrap items-center gap-3">
      <Button size="sm" aria-label={name} onClick={copy}>
        {t("copy")}
      </Button>
      <span role="status" className="text-[0.8125rem] text-ink">
        {outcome}
      </span>
    </span>
  )
}

const never = () => () => undefined
