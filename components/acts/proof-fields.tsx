"use client"

import { useEffect, useRef, useState } from "react"
import { useTranslations } from "use-intl/react"
import { useProver } from "@/components/acts/prover"
import { PasswordField } from "@/components/ui/password-field"
import { useIsScripted } from "@/components/ui/scripted"
import { SubmitButton } from "@/components/ui/submit-button"
import { type AskedProof, type FormState, idle } from "@/lib/forms/form-state"
import { Failed } from "./failed"
import { useCall } from "./use-act"
import { UsernameField } from "./username-field"

interface ProofProps {
  readonly proof: AskedProof
}

/** Asks who is there, within the form of the act that needs to know. */
export function ProofFields({ proof }: ProofProps) {
  const t = useTranslations("act")
  const { email } = useProver()
  const isScripted = useIsScripted()
  const field = useRef<HTMLInputElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each refusal is its own state
  useEffect(() => {
    field.current?.focus()
    field.current?.select()
  }, [proof])

  return (
    <div className="mt-4 space-y-4">
      <p className="text-sm text-pretty">
        {isStuck(proof) ? t("nothingToProveWith") : t("needed")}
      </p>
      {proof.hasPassword ? (
        <>
          <UsernameField email={email} />
          <PasswordField
            ref={field}
            label={t("password")}
            error={proof.refusal}
            name="proof"
            autoComplete="current-password"
            enterKeyHint="go"
            data-first
            // The person asked for this act, and this is its next step. A script's dialog sees to it itself.
            autoFocus={!isScripted}
          />
        </>
      ) : (
        <p className="text-[0.8125rem] text-ink-soft">
          {isStuck(proof) ? t("mailHint") : t("providerHint")}
        </p>
      )}
    </div>
  )
}

/** For a person without a password: the ways to prove who they are that do not go by this form. */
export function ProofButtons({ proof }: ProofProps) {
  const t = useTranslations("act")
  const { proveWithProvider } = useProver()
  const [failed, setFailed] = useState<FormState>(idle)
  const prove = useCall(proveWithProvider, setFailed)
  if (isStuck(proof)) {
    return (
      <SubmitButton name="mailPassword" value="on" formNoValidate data-first>
        {t("mailPassword")}
      </SubmitButton>
    )
  }
  return (
    <>
      <Failed state={failed} className="order-first" />
      {proof.providers.map(({ id, name }) => (
        <SubmitButton key={id} formAction={prove.bind(null, id)} formNoValidate data-first>
          {t("withProvider", { provider: name })}
        </SubmitButton>
      ))}
    </>
  )
}

const isStuck = ({ hasPassword, providers }: AskedProof) => !hasPassword && providers.length === 0
