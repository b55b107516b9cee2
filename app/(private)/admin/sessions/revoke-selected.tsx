"use client"

import { useTranslations } from "use-intl/react"
import { Act } from "@/components/acts/act"
import { selectionForm, useTicks } from "./selection"

/** Ends the ticked sessions. The button counts them, where there is JavaScript to count. */
export function RevokeSelected() {
  const t = useTranslations("selection")
  const ticked = useTicks()?.ticked

  return (
    <Act
      label={ticked === undefined ? t("revoke") : t("revokeCount", { count: ticked })}
      formId={selectionForm}
      disabled={ticked === 0}
      variant="danger-quiet"
      confirm={(form) => {
        const count = form.getAll("token").length
        return { title: t("title", { count }), body: t("body", { count }), label: t("revoke") }
      }}
    />
  )
}
