"use client"

import { Act } from "@/components/acts/act"
import { ActArea, useActs } from "@/components/acts/act-area"
import { TextField } from "@/components/ui/field"
import { errorsOf } from "@/lib/forms/form-state"
import { texts } from "@/lib/texts"
import { changeEmailAction } from "./actions"

interface EmailFormProps {
  /** For how long the mailed link works: "30 minutes". */
  readonly linkLasts: string
}

export function EmailForm({ linkLasts }: EmailFormProps) {
  return (
    <ActArea action={changeEmailAction}>
      <Act label={texts.email.submit} className="space-y-4">
        <NewEmailField linkLasts={linkLasts} />
      </Act>
    </ActArea>
  )
}

function NewEmailField({ linkLasts }: EmailFormProps) {
  const { state } = useActs()

  return (
    <TextField
      label={texts.email.field}
      name="newEmail"
      type="email"
      autoComplete="email"
      required
      hint={texts.email.fieldHint(linkLasts)}
      error={errorsOf(state).newEmail}
      className="max-w-sm"
    />
  )
}
