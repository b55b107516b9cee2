"use client"

import { useMemo, useRef, useState } from "react"
import { flushSync } from "react-dom"
import { useLocale, useTranslations } from "use-intl/react"
import { MarkedForm } from "@/components/acts/marked-form"
import { Outcome } from "@/components/acts/outcome"
import { ProofFields } from "@/components/acts/proof-fields"
import { useAct } from "@/components/acts/use-act"
import { SelectField, TextField } from "@/components/ui/field"
import { SubmitButton } from "@/components/ui/submit-button"
import { done } from "@/lib/forms/form-state"
import { isolated } from "@/lib/names/isolated"
import { formatDuration } from "@/lib/texts/format"
import type { ApiTokenChoice } from "@/lib/users/account/api-token-choice"
import { makeApiTokenAction } from "./actions"
import type { MakeState } from "./make-state"
import { NewSecret } from "./new-secret"

interface ApiTokenFormProps {
  /** Ids of the tokens that live. The secret of another opens nothing, and is not shown any more. */
  readonly live: readonly string[]
  readonly choices: readonly ApiTokenChoice[]
  readonly maxNameLength: number
}

export function ApiTokenForm({ live, choices, maxNameLength }: ApiTokenFormProps) {
  const t = useTranslations("apiTokenForm")
  const locale = useLocale()
  const [state, action] = useAct<MakeState>(makeApiTokenAction)
  const [dismissed, setDismissed] = useState<MakeState>()
  const name = useRef<HTMLInputElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: an outcome is one, though the page's words come again
  const shown = useMemo(
    () => (state.status === "made" ? done(t("done", { name: isolated(state.name) })) : state),
    [state],
  )

  if (state.status === "made" && state !== dismissed && live.includes(state.tokenId)) {
    return (
      <>
        <Outcome state={shown} />
        <NewSecret
          name={state.name}
          secret={state.secret}
          onDone={() => {
            flushSync(() => setDismissed(state))
            name.current?.focus()
          }}
        />
      </>
    )
  }

  return (
    <>
      {state !== dismissed && <Outcome state={shown} />}
      <MarkedForm state={state} action={action} className="space-y-4">
        <TextField
          ref={name}
          label={t("name")}
          name="name"
          autoComplete="off"
          required
          maxLength={maxNameLength}
          hint={t("nameHint")}
          className="max-w-sm"
        />
        <SelectField label={t("days")} name="days" className="max-w-sm">
          {choices.map(({ days, lifetimeMs }) => (
            <option key={days} value={days}>
              {formatDuration(locale, lifetimeMs)}
            </option>
          ))}
        </SelectField>
        {state.status === "prove" && state !== dismissed ? (
          <ProofFields state={state} onCancel={() => setDismissed(state)} />
        ) : (
          <SubmitButton>{t("submit")}</SubmitButton>
        )}
      </MarkedForm>
    </>
  )
}
