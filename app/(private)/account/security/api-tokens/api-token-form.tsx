"use client"

import { useMemo, useState } from "react"
import { useLocale, useTranslations } from "use-intl/react"
import { MarkedForm } from "@/components/acts/marked-form"
import { Outcome } from "@/components/acts/outcome"
import { ProofFields } from "@/components/acts/proof-fields"
import { useAct } from "@/components/acts/use-act"
import { CopyButton } from "@/components/ui/copy-button"
import { SelectField, TextField } from "@/components/ui/field"
import { SubmitButton } from "@/components/ui/submit-button"
import { done } from "@/lib/forms/form-state"
import { isolated } from "@/lib/names/isolated"
import { formatDuration } from "@/lib/texts/format"
import type { ApiTokenChoice } from "@/lib/users/account/api-token-choice"
import { makeApiTokenAction } from "./actions"
import type { MakeState } from "./make-state"

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
  const shown = useMemo(
    () => (state.status === "made" ? done(t("done", { name: isolated(state.name) })) : state),
    [state, t],
  )

  return (
    <>
      <Outcome state={shown} />
      {state.status === "made" && live.includes(state.tokenId) && (
        <Secret name={state.name}>{state.secret}</Secret>
      )}
      <MarkedForm state={state} action={action} className="space-y-4">
        <TextField
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

/** One click selects the whole of it. */
function Secret({ name, children }: { readonly name: string; readonly children: string }) {
  const t = useTranslations("apiTokenForm")
  return (
    <div className="mb-6 space-y-2">
      <p className="text-[0.8125rem] text-ink-soft">{t("secret")}</p>
      <code
        data-secret
        className="block rounded-control border border-line bg-sunken px-3 py-2 font-mono text-[0.8125rem] break-all text-ink select-all"
      >
        {children}
      </code>
      <CopyButton text={children} name={t("copy", { name: isolated(name) })} />
    </div>
  )
}
