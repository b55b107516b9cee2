"use client"

import type { ComponentProps } from "react"
import { useTranslations } from "use-intl/react"
import { ActForm } from "@/components/acts/act-form"
import { TypedConfirmation } from "@/components/acts/typed-confirmation"
import { TextField } from "@/components/ui/field"
import { RadioFields } from "@/components/ui/radio-fields"
import { logEveryoneOutAction } from "./actions"

interface EveryoneOutFormProps {
  /** Each with what it ends and what it spares, as things are now. */
  readonly choices: ComponentProps<typeof RadioFields>["choices"]
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
        body: choices.find(({ value }) => value === form.get("reach"))?.hint ?? "",
        label: t("title"),
      })}
    >
      <RadioFields legend={t("reach")} name="reach" choices={choices} />
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
