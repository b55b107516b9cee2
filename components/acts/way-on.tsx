"use client"

import { useTranslations } from "use-intl/react"
import { Button } from "@/components/ui/button"
import type { Failure } from "@/lib/failure"

/** What helps where no answer came: to reload, unless another try is as good, or the page could not be had. */
export function WayOn({ failure: { kind, reference } }: { readonly failure: Failure }) {
  const t = useTranslations("failures")
  return (
    <>
      {(kind === "old_build" || kind === "error" || kind === "unanswered") && (
        <Button size="sm" className="mt-2" onClick={() => window.location.reload()}>
          {t("reload")}
        </Button>
      )}
      {reference && <p className="mt-2 text-xs">{t("reference", { id: reference })}</p>}
    </>
  )
}
