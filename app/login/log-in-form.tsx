"use client"

import { useTranslations } from "use-intl/react"
import { MarkedForm } from "@/components/acts/marked-form"
import { Outcome } from "@/components/acts/outcome"
import { useAct } from "@/components/acts/use-act"
import { UsernameField } from "@/components/acts/username-field"
import { CheckboxField, TextField } from "@/components/ui/field"
import { PasswordField } from "@/components/ui/password-field"
import { SubmitButton } from "@/components/ui/submit-button"
import type { Role } from "@/lib/names/role"
import { logInAction } from "./actions"
import { ProviderButtons } from "./provider-buttons"
import { ReturnToField } from "./return-to-field"

interface LogInFormProps {
  readonly returnTo: string
  /** The email of a person whose session went idle: the form asks for the password alone. */
  readonly returning: string | null
  /** The email of a person who is sure to be the one: they have just set a password here. */
  readonly email: string | null
  /** What the page has to say: read with the field that has the focus as it comes. */
  readonly describedBy: string
  readonly providers: readonly { readonly id: string; readonly name: string }[]
  /** Roles of people who are not kept logged in, whatever they ask for. */
  readonly neverKept: readonly Role[]
}

export function LogInForm({
  returnTo,
  returning,
  email,
  describedBy,
  providers,
  neverKept,
}: LogInFormProps) {
  const t = useTranslations("logInForm")
  const [state, action] = useAct(logInAction)

  return (
    <>
      <Outcome state={state} />
      <MarkedForm state={state} action={action} className="space-y-4">
        <ReturnToField path={returnTo} />
        {returning ? (
          <>
            <p className="text-sm text-ink-soft text-pretty wrap-break-word">
              {t("returning", { person: returning })}
            </p>
            <UsernameField email={returning} />
            <input type="hidden" name="email" value={returning} />
            <input type="hidden" name="returning" value="on" />
          </>
        ) : (
          <TextField
            label={t("email")}
            name="email"
            type="email"
            autoComplete="username"
            defaultValue={email ?? ""}
            aria-describedby={describedBy}
            enterKeyHint="next"
            required
          />
        )}
        <PasswordField
          label={t("password")}
          name="password"
          aria-describedby={returning || email ? describedBy : undefined}
          autoComplete="current-password"
          enterKeyHint="go"
        />
        {!returning && (
          <CheckboxField
            label={t("remember")}
            hint={[t("rememberHint"), ...neverKept.map((role) => t(`neverKept.${role}`))].join(" ")}
            name="remember"
          />
        )}
        <SubmitButton variant="primary" className="w-full">
          {t("submit")}
        </SubmitButton>
      </MarkedForm>
      {providers.length > 0 && (
        <ProviderButtons state={state} action={action} returnTo={returnTo} providers={providers} />
      )}
    </>
  )
}
