"use client"

import type { RevocationCount } from "log-out-everywhere"
import { useState } from "react"
import { changePasswordAction } from "@/app/(private)/account/security/actions"
import { MarkedForm } from "@/components/acts/marked-form"
import { Outcome } from "@/components/acts/outcome"
import { ProofFields } from "@/components/acts/proof-fields"
import { useAct } from "@/components/acts/use-act"
import { UsernameField } from "@/components/acts/username-field"
import { CheckboxField, PasswordField } from "@/components/ui/field"
import { SubmitButton } from "@/components/ui/submit-button"
import type { FormState } from "@/lib/forms/form-state"
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

  return (
    <>
      <Outcome state={state} />
      <MarkedForm state={state} action={action} className="space-y-4">
        <UsernameField email={email} />
        {hasPassword && (
          <PasswordField
            label={texts.password.current}
            name="currentPassword"
            autoComplete="current-password"
            className="max-w-sm"
          />
        )}
        <PasswordField
          label={texts.password.new}
          name="newPassword"
          autoComplete="new-password"
          minLength={minimumLength}
          hint={texts.password.requirements(minimumLength)}
          className="max-w-sm"
        />
        <PasswordField
          label={texts.password.again}
          name="newPasswordAgain"
          autoComplete="new-password"
          className="max-w-sm"
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
