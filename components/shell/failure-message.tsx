"use client"

import { CloudOff, FileWarning, type IconNode, RefreshCw, WifiOff } from "lucide"
import { useTranslations } from "use-intl/react"
import { Button } from "@/components/ui/button"
import { failureOfPage, type PageFailure, referenceOf } from "@/lib/failure"
import { MessagePage } from "./message-page"

/** Why a page cannot be shown. None of the reasons is a log-out, and it says so. */
export function FailureMessage({ error }: { readonly error: unknown }) {
  const t = useTranslations("failures")
  const kind = failureOfPage(error, typeof navigator === "undefined" || navigator.onLine)
  const reference = referenceOf(error)

  return (
    <MessagePage icon={icons[kind]} title={t(`pages.${kind}.title`)}>
      <p>{t(`pages.${kind}.body`)}</p>
      <Button variant="primary" onClick={() => window.location.reload()}>
        {kind === "outage" ? t("retry") : t("reload")}
      </Button>
      {reference && <p className="text-xs text-ink-faint">{t("reference", { id: reference })}</p>}
    </MessagePage>
  )
}

const icons: Record<PageFailure, IconNode> = {
  page: FileWarning,
  old_build: RefreshCw,
  offline: WifiOff,
  outage: CloudOff,
}
