"use client"

import { Act } from "@/components/acts/act"
import { ActArea, useActs } from "@/components/acts/act-area"
import { TextField } from "@/components/ui/field"
import { errorsOf } from "@/lib/forms/form-state"
import { texts } from "@/lib/texts"
import { changeEmailAction } from "./actions"

export function EmailForm() {
  return (
    <ActArea action={changeEmailAction}>
      <Act label={texts.email.submit} className="space-y-4">
        <NewEmailField />
      </Act>
    </ActArea>
  )
}

function NewEmailField() {
  const { state } = useActs()

  return (
    <TextField
      label={texts.email.field}
      name="newEmail"
      type="email"
      autoComplete="email"
      required
      hint={texts.email.fieldHint}
      error={errorsOf(state).newEmail}
      className="max-w-sm"
    />
  )
}
