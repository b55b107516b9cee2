"use client"

import { useTranslations } from "use-intl/react"
import { NewPasswordField } from "@/components/passwords/new-password-field"
import { PasswordField } from "@/components/ui/password-field"
import { SubmitButton } from "@/components/ui/submit-button"
import type { FormAction } from "@/lib/forms/form-state"
import type { PasswordOwner } from "@/lib/users/log-in/password-blocklist"
import { MarkedForm } from "./marked-form"
import { Outcome } from "./outcome"
import { useAct } from "./use-act"
import { UsernameField } from "./username-field"

interface NewPasswordFormProps {
  readonly action: FormAction
  /** Sent along. */
  readonly fields: Readonly<Record<string, string>>
  /** Whose password it will be. */
  readonly owner: PasswordOwner
  readonly intro: string
  readonly submit: string
  readonly minimumLength: number
}

/** Sets a password by a mailed link. */
export function NewPasswordForm(props: NewPasswordFormProps) {
  const t = useTranslations("newPassword")
  const { action, fields, owner, intro, submit, minimumLength } = props
  const [state, formAction] = useAct(action)

  return (
    <>
      <Outcome state={state} />
      <p className="text-sm text-ink-soft text-pretty">{intro}</p>
      <MarkedForm state={state} action={formAction} className="space-y-4">
        {Object.entries(fields).map(([field, value]) => (
          <input key={field} type="hidden" name={field} value={value} />
        ))}
        <UsernameField email={owner.email} />
        <NewPasswordField
          label={t("new")}
          hint={t("requirements", { minimum: minimumLength })}
          owner={owner}
          minimumLength={minimumLength}
        />
        <PasswordField
          label={t("again")}
          name="newPasswordAgain"
          autoComplete="new-password"
          enterKeyHint="go"
        />
        <SubmitButton variant="primary" className="w-full">
          {submit}
        </SubmitButton>
      </MarkedForm>
    </>
  )
}
