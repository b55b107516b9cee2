"use client"

import { useRef, useState } from "react"
import { flushSync } from "react-dom"
import { useLocale, useTranslations } from "use-intl/react"
import { Act } from "@/components/acts/act"
import { ActArea, useActs } from "@/components/acts/act-area"
import { SelectField, TextField } from "@/components/ui/field"
import type { FieldsState } from "@/lib/forms/form-state"
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

export function ApiTokenForm(form: ApiTokenFormProps) {
  return (
    <ActArea<MakeState> action={makeApiTokenAction}>
      <NewToken {...form} />
    </ActArea>
  )
}

function NewToken({ live, choices, maxNameLength }: ApiTokenFormProps) {
  const t = useTranslations("apiTokenForm")
  const locale = useLocale()
  const { state } = useActs()
  const [dismissed, setDismissed] = useState<FieldsState>()
  const name = useRef<HTMLInputElement>(null)

  if (isMade(state) && state !== dismissed && live.includes(state.tokenId)) {
    return (
      <NewSecret
        name={state.name}
        secret={state.secret}
        onDone={() => {
          flushSync(() => setDismissed(state))
          name.current?.focus()
        }}
      />
    )
  }

  return (
    <Act label={t("submit")} className="space-y-4">
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
    </Act>
  )
}

type MadeToken = Extract<MakeState, { readonly status: "made" }>

const isMade = (state: FieldsState | MadeToken): state is MadeToken => state.status === "made"
