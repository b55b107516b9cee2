"use client"

import { errorsOf } from "@/lib/forms/form-state"
import { useActs } from "./act-area"
import { TypedConfirmation } from "./typed-confirmation"

interface TypedEmailFieldProps {
  readonly label: string
  readonly expected: readonly string[]
  readonly mismatch: string
}

/** The e-mail address typed out, for an act that cannot be taken back. */
export function TypedEmailField(props: TypedEmailFieldProps) {
  const { state } = useActs()

  return (
    <TypedConfirmation
      {...props}
      name="email"
      type="email"
      error={errorsOf(state).email}
      className="max-w-sm"
    />
  )
}
