"use client"

import { useTranslations } from "use-intl/react"
import { TextField } from "@/components/ui/field"
import { SubmitButton } from "@/components/ui/submit-button"
import type { MailedState } from "@/lib/forms/mailed-state"
import { CheckInbox, type InboxWays } from "./check-inbox"
import { MarkedForm } from "./marked-form"
import { Outcome } from "./outcome"
import { useAct } from "./use-act"

interface MailMeFormProps extends InboxWays {
  readonly action: (state: MailedState, form: FormData) => Promise<MailedState>
  readonly intro: string
}

/** Asks for an email address, to which something is mailed, and then says where to look for it. */
export function MailMeForm({ action, intro, ...ways }: MailMeFormProps) {
  const t = useTranslations("mailMe")
  const [state, formAction] = useAct<MailedState>(action)
  if (state.status === "mailed") return <CheckInbox state={state} action={formAction} {...ways} />

  return (
    <>
      <Outcome state={state} />
      <p className="text-sm text-ink-soft text-pretty">{intro}</p>
      <MarkedForm state={state} action={formAction} className="space-y-4">
        <TextField
          label={t("email")}
          name="email"
          type="email"
          autoComplete="username"
          enterKeyHint="send"
          required
        />
        <SubmitButton variant="primary" className="w-full">
          {t("submit")}
        </SubmitButton>
      </MarkedForm>
    </>
  )
}
