"use client"

import { useTranslations } from "use-intl/react"
import { TextField } from "@/components/ui/field"
import { SubmitButton } from "@/components/ui/submit-button"
import type { FormAction } from "@/lib/forms/form-state"
import { MarkedForm } from "./marked-form"
import { Outcome } from "./outcome"
import { useAct } from "./use-act"

interface MailMeFormProps {
  readonly action: FormAction
  readonly intro: string
}

/** Asks for an e-mail address, to which something is mailed. */
export function MailMeForm({ action, intro }: MailMeFormProps) {
  const t = useTranslations("mailMe")
  const [state, formAction] = useAct(action)

  return (
    <>
      <Outcome state={state} />
      <p className="text-sm text-ink-soft text-pretty">{intro}</p>
      <MarkedForm state={state} action={formAction} className="space-y-4">
        <TextField label={t("email")} name="email" type="email" autoComplete="username" required />
        <SubmitButton variant="primary" className="w-full">
          {t("submit")}
        </SubmitButton>
      </MarkedForm>
    </>
  )
}
