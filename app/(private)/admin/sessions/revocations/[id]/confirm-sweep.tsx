import { confirmSweepAction } from "@/app/(private)/admin/sessions/revocations/actions"
import { ActForm } from "@/components/acts/act-form"
import { TypedConfirmation } from "@/components/acts/typed-confirmation"
import { CheckboxField, TextField } from "@/components/ui/field"
import { words } from "@/lib/texts/words"

interface ConfirmSweepProps {
  readonly sweep: { readonly id: string; readonly found: number }
}

/** Asks why, and for the number that ends. */
export function ConfirmSweep({ sweep: { id, found } }: ConfirmSweepProps) {
  const t = words("sweepForm")
  const count = String(found)
  return (
    <ActForm
      action={confirmSweepAction}
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
    </ActForm>
  )
}
