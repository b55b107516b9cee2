"use client"

import type { RevocationCount } from "log-out-everywhere"
import { useState } from "react"
import { changePasswordAction } from "@/app/(private)/account/security/actions"
import { MarkedForm } from "@/components/acts/marked-form"
import { Outcome } from "@/components/acts/outcome"
import { ProofFields } from "@/components/acts/proof-fields"
import { useAct } from "@/components/acts/use-act"
import { UsernameField } from "@/components/acts/username-field"
import { CheckboxField, TextField } from "@/components/ui/field"
import { SubmitButton } from "@/components/ui/submit-button"
import { errorsOf, type FormState } from "@/lib/forms/form-state"
import { texts } from "@/lib/texts"

export interface PasswordFormProps {
  readonly email: string
  readonly hasPassword: boolean
  readonly minimumLength: number
  /** What ends with the change, as things are now. */
  readonly ending: RevocationCount
  /** What ends where the person keeps their other devices; null where that is not theirs to choose. */
  readonly endingAnyway: RevocationCount | null
}

export function PasswordForm({
  email,
  hasPassword,
  minimumLength,
  ending,
  endingAnyway,
}: PasswordFormProps) {
  const [state, action] = useAct<FormState>(changePasswordAction)
  const [dismissed, setDismissed] = useState<FormState>()
  const errors = errorsOf(state)

  return (
    <>
      <Outcome state={state} />
      <MarkedForm
        action={action}
        className="space-y-4"
        onReset={(event) => state.status !== "done" && event.preventDefault()}
      >
        <UsernameField email={email} />
        {hasPassword && (
          <TextField
            label={texts.password.current}
            name="currentPassword"
            autoComplete="current-password"
            error={errors.currentPassword}
            {...fieldLook}
          />
        )}
        <TextField
          label={texts.password.new}
          name="newPassword"
          autoComplete="new-password"
          minLength={minimumLength}
          hint={texts.password.requirements(minimumLength)}
          error={errors.newPassword}
          {...fieldLook}
        />
        <TextField
          label={texts.password.again}
          name="newPasswordAgain"
          autoComplete="new-password"
          error={errors.newPasswordAgain}
          {...fieldLook}
        />
        {endingAnyway ? (
          <CheckboxField
            label={texts.password.endOthers}
            hint={texts.password.endOthersHint(ending, endingAnyway)}
            name="endOthers"
            defaultChecked
          />
        ) : (
          <p className="max-w-prose text-sm text-ink-soft text-pretty">
            {texts.password.ends(ending)}
          </p>
        )}
        {state.status === "prove" && state !== dismissed ? (
          <ProofFields state={state} onCancel={() => setDismissed(state)} />
        ) : (
          <SubmitButton variant="primary">
            {hasPassword ? texts.password.change : texts.password.set}
          </SubmitButton>
        )}
      </MarkedForm>
    </>
  )
}

const fieldLook = { type: "password", required: true, className: "max-w-sm" }
