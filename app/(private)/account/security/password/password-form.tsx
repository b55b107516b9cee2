"use client"

import { useTranslations } from "use-intl/react"
import { changePasswordAction } from "@/app/(private)/account/security/actions"
import { ActForm } from "@/components/acts/act-form"
import { UsernameField } from "@/components/acts/username-field"
import { NewPasswordFields } from "@/components/passwords/new-password-fields"
import { CheckboxField } from "@/components/ui/field"
import { PasswordField } from "@/components/ui/password-field"
import type { PasswordOwner } from "@/lib/users/log-in/password-blocklist"

interface PasswordFormProps {
  readonly owner: PasswordOwner
  readonly hasPassword: boolean
  readonly minimumLength: number
  /** What ends with the change, as things are now, in words. */
  readonly ends: string
  /** Whether it is theirs to choose that their other devices are logged out. */
  readonly isAsked: boolean
}

export function PasswordForm({
  owner,
  hasPassword,
  minimumLength,
  ends,
  isAsked,
}: PasswordFormProps) {
  const t = useTranslations("passwordForm")

  return (
    <ActForm
      action={changePasswordAction}
      label={hasPassword ? t("change") : t("set")}
      variant="primary"
      // The current one is the proof.
      withoutProof={hasPassword}
      className="space-y-4"
    >
      <UsernameField email={owner.email} />
      {hasPassword && (
        <PasswordField
          label={t("current")}
          name="currentPassword"
          autoComplete="current-password"
          className="max-w-sm"
        />
      )}
      <NewPasswordFields owner={owner} minimumLength={minimumLength} className="max-w-sm" />
      {isAsked ? (
        <CheckboxField label={t("endOthers")} hint={ends} name="endOthers" defaultChecked />
      ) : (
        <p className="max-w-prose text-sm text-ink-soft text-pretty">{ends}</p>
      )}
    </ActForm>
  )
}
