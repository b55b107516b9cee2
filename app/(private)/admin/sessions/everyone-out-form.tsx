"use client"

import { useTranslations } from "use-intl/react"
import { ActForm } from "@/components/acts/act-form"
import { TypedConfirmation } from "@/components/acts/typed-confirmation"
import { TextField } from "@/components/ui/field"
import { RadioFields } from "@/components/ui/radio-fields"
import type { Reach } from "@/lib/users/admin/reach"
import { logEveryoneOutAction } from "./actions"

interface EveryoneOutFormProps {
  readonly choices: readonly {
    readonly reach: Reach
    readonly label: string
    /** What it ends and what it spares, as things are now. */
    readonly effect: string
  }[]
}

export function EveryoneOutForm({ choices }: EveryoneOutFormProps) {
  const t = useTranslations("everyoneOutForm")
  return (
    <ActForm
      action={logEveryoneOutAction}
      label={t("title")}
      variant="danger-quiet"
      className="space-y-4"
      confirm={(form) => ({
        title: t("confirmTitle"),
        body: choices.find(({ reach }) => reach === form.get("reach"))?.effect ?? "",
        label: t("title"),
      })}
    >
      <RadioFields
        legend={t("reach")}
        name="reach"
        choices={choices.map(({ reach, label, effect }) => ({
          value: reach,
          label,
          hint: effect,
        }))}
      />
      <TextField
        label={t("reason")}
        name="reason"
        autoComplete="off"
        required
        className="max-w-lg"
      />
      <TypedConfirmation
        label={t("field")}
        name="phrase"
        expected={[t("phrase")]}
        mismatch={t("mismatch")}
        className="max-w-sm"
      />
    </ActForm>
  )
}
