"use client"

import { NewPasswordFields } from "@/components/passwords/new-password-fields"
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
  const { action, fields, owner, intro, submit, minimumLength } = props
  const [state, formAction] = useAct(action)

  return (
    <>
      <Outcome state={state} />
      <p className="text-sm text-ink-soft text-pretty">{intro}</p>
      <MarkedForm state={state} fields={fields} action={formAction} className="space-y-4">
        <UsernameField email={owner.email} />
        <NewPasswordFields owner={owner} minimumLength={minimumLength} enterKeyHint="go" />
        <SubmitButton variant="primary" className="w-full">
          {submit}
        </SubmitButton>
      </MarkedForm>
    </>
  )
}
