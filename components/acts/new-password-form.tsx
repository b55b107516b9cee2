"use client"

import { TextField } from "@/components/ui/field"
import { SubmitButton } from "@/components/ui/submit-button"
import { errorsOf, type FormAction } from "@/lib/forms/form-state"
import { texts } from "@/lib/texts"
import { MarkedForm } from "./marked-form"
import { Outcome } from "./outcome"
import { useAct } from "./use-act"
import { UsernameField } from "./username-field"

interface NewPasswordFormProps {
  readonly action: FormAction
  /** Sent along. */
  readonly fields: Readonly<Record<string, string>>
  readonly email: string
  readonly intro: string
  readonly submit: string
  readonly minimumLength: number
}

/** Sets a password by a mailed link. */
export function NewPasswordForm(props: NewPasswordFormProps) {
  const { action, fields, email, intro, submit, minimumLength } = props
  const [state, formAction] = useAct(action)
  const errors = errorsOf(state)

  return (
    <>
      <Outcome state={state} />
      <p className="text-sm text-ink-soft text-pretty">{intro}</p>
      <MarkedForm
        action={formAction}
        className="space-y-4"
        onReset={(event) => event.preventDefault()}
      >
        {Object.entries(fields).map(([field, value]) => (
          <input key={field} type="hidden" name={field} value={value} />
        ))}
        <UsernameField email={email} />
        <TextField
          label={texts.password.new}
          name="newPassword"
          type="password"
          autoComplete="new-password"
          minLength={minimumLength}
          required
          hint={texts.password.requirements(minimumLength)}
          error={errors.newPassword}
        />
        <TextField
          label={texts.password.again}
          name="newPasswordAgain"
          type="password"
          autoComplete="new-password"
          required
          error={errors.newPasswordAgain}
        />
        <SubmitButton variant="primary" className="w-full">
          {submit}
        </SubmitButton>
      </MarkedForm>
    </>
  )
}
