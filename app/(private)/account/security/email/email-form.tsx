"use client"

import { useTranslations } from "use-intl/react"
import { Act } from "@/components/acts/act"
import { ActArea } from "@/components/acts/act-area"
import { TextField } from "@/components/ui/field"
import { changeEmailAction } from "./actions"

interface EmailFormProps {
  /** For how long the mailed link works: "30 minutes". */
  readonly linkLasts: string
}

export function EmailForm({ linkLasts }: EmailFormProps) {
  const t = useTranslations("emailForm")
  return (
    <ActArea action={changeEmailAction}>
      <Act label={t("submit")} className="space-y-4">
        <TextField
          label={t("field")}
          name="newEmail"
          type="email"
          autoComplete="email"
          required
          hint={t("fieldHint", { lasts: linkLasts })}
          className="max-w-sm"
        />
      </Act>
    </ActArea>
  )
}
