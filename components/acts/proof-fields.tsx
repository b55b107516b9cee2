"use client"

import { usePathname, useSearchParams } from "next/navigation"
import { useEffect, useRef } from "react"
import { useTranslations } from "use-intl/react"
import { useProver } from "@/components/acts/prover"
import { buttonClass } from "@/components/ui/button"
import { PasswordField } from "@/components/ui/password-field"
import { SubmitButton } from "@/components/ui/submit-button"
import type { FormState } from "@/lib/forms/form-state"
import { useCall } from "./use-act"
import { UsernameField } from "./username-field"

interface ProofFieldsProps {
  readonly state: Extract<FormState, { status: "prove" }>
  readonly onCancel: () => void
}

/** Asks who is there, within the form of the act that needs to know. */
export function ProofFields({ state, onCancel }: ProofFieldsProps) {
  const t = useTranslations("act")
  const { email, proveWithProvider } = useProver()
  const prove = useCall(proveWithProvider)
  const isStuck = !state.hasPassword && state.providers.length === 0
  const here = `${usePathname()}?${useSearchParams()}`
  const refusal = state.message === t("needed") ? undefined : state.message
  const password = useRef<HTMLInputElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each refusal is its own state
  useEffect(() => {
    if (!refusal) return
    password.current?.focus()
    password.current?.select()
  }, [state, refusal])

  return (
    <fieldset className="animate-arrive space-y-4 rounded-control border border-line bg-sunken p-4 text-start">
      <legend className="sr-only">{t("legend")}</legend>
      <p role="alert" className="text-sm font-medium text-pretty whitespace-normal">
        {t("needed")}
      </p>
      {state.hasPassword && (
        <>
          <UsernameField email={email} />
          <PasswordField
            ref={password}
            label={t("password")}
            error={refusal}
            name="proof"
            autoComplete="current-password"
            enterKeyHint="go"
            // The person asked for this act, and this is its next step.
            autoFocus
            className="max-w-sm"
          />
        </>
      )}
      <div className="flex flex-wrap gap-2">
        {state.hasPassword && <SubmitButton variant="primary">{t("confirm")}</SubmitButton>}
        {!state.hasPassword &&
          state.providers.map(({ id, name }) => (
            <SubmitButton key={id} formAction={prove.bind(null, id)} formNoValidate>
              {t("withProvider", { provider: name })}
            </SubmitButton>
          ))}
        {isStuck && (
          <SubmitButton name="mailPassword" value="on" formNoValidate>
            {t("mailPassword")}
          </SubmitButton>
        )}
        <a
          href={here}
          className={buttonClass({ variant: "quiet" })}
          onClick={(event) => {
            event.preventDefault()
            onCancel()
          }}
        >
          {t("cancel")}
        </a>
      </div>
      {!state.hasPassword && (
        <p className="text-[0.8125rem] text-ink-soft">
          {isStuck ? t("mailHint") : t("providerHint")}
        </p>
      )}
    </fieldset>
  )
}
