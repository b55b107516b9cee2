"use client"

import { useState } from "react"
import { useTranslations } from "use-intl/react"
import { Button } from "./button"
import { useIsScripted } from "./scripted"

/** Puts a text into the clipboard, and says so. Only a script can, so without one there is no button. */
export function CopyButton({ text, name }: { readonly text: string; readonly name: string }) {
  const t = useTranslations("copyButton")
  const [outcome, setOutcome] = useState("")
  if (!useIsScripted() || !navigator.clipboard) return null

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
