"use client"

import { TextField } from "@/components/ui/field"
import { errorsOf } from "@/lib/form-state"
import { useActs } from "./act-area"

/** The e-mail address typed out, for an act that cannot be taken back. */
export function TypedEmailField({ label }: { readonly label: string }) {
  const { state } = useActs()

  return (
    <TextField
      label={label}
      name="email"
      type="email"
      autoComplete="off"
      required
      error={errorsOf(state).email}
      className="max-w-sm"
    />
  )
}
