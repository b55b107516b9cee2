"use client"

import { Act } from "@/components/acts/act"
import { ActArea } from "@/components/acts/act-area"
import { TextField } from "@/components/ui/field"
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
        <TextField
          label={texts.email.field}
          name="newEmail"
          type="email"
          autoComplete="email"
          required
          hint={texts.email.fieldHint(linkLasts)}
          className="max-w-sm"
        />
      </Act>
    </ActArea>
  )
}
