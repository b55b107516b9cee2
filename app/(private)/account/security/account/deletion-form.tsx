"use client"

import { useTranslations } from "use-intl/react"
import { deleteAccountAction } from "@/app/(private)/account/security/actions"
import { Act } from "@/components/acts/act"
import { ActArea } from "@/components/acts/act-area"
import { TypedEmailField } from "@/components/acts/typed-email-field"

interface DeletionFormProps {
  readonly email: string
  /** The address as the page shows it: either spelling will do. */
  readonly shown: string
}

export function DeletionForm({ email, shown }: DeletionFormProps) {
  const t = useTranslations("deletion")
  return (
    <ActArea action={deleteAccountAction}>
      <Act
        label={t("submit")}
        variant="danger-quiet"
        className="space-y-4"
        confirm={{ title: t("title"), body: t("body"), label: t("submit") }}
      >
        <TypedEmailField
          label={t("field", { email: shown })}
          expected={[email, shown]}
          mismatch={t("mismatch")}
        />
      </Act>
    </ActArea>
  )
}
