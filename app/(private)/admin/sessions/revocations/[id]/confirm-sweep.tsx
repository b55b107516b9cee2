"use client"

import { useTranslations } from "use-intl/react"
import { confirmSweepAction } from "@/app/(private)/admin/sessions/revocations/actions"
import { Act } from "@/components/acts/act"
import { ActArea } from "@/components/acts/act-area"
import { TypedConfirmation } from "@/components/acts/typed-confirmation"
import { CheckboxField, TextField } from "@/components/ui/field"

interface ConfirmSweepProps {
  readonly sweep: { readonly id: string; readonly found: number }
}

/** Asks why, and for the number that ends. */
export function ConfirmSweep({ sweep: { id, found } }: ConfirmSweepProps) {
  const t = useTranslations("sweepForm")
  const count = String(found)
  return (
    <ActArea action={confirmSweepAction}>
      <Act
        label={t("confirm", { count: found })}
        fields={{ sweep: id, found: count }}
        variant="danger-quiet"
        className="max-w-lg space-y-4"
        confirm={{
          title: t("confirmTitle", { count: found }),
          body: t("confirmBody"),
          label: t("confirmLabel"),
        }}
      >
        <TextField label={t("reason")} name="reason" autoComplete="off" required />
        <CheckboxField label={t("email")} name="email" value="yes" defaultChecked />
        <TypedConfirmation
          label={t("count", { count })}
          name="count"
          expected={[count]}
          mismatch={t("mismatch", { count })}
          className="max-w-sm"
        />
      </Act>
    </ActArea>
  )
}
