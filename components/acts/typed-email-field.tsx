"use client"

import { TypedConfirmation } from "./typed-confirmation"

interface TypedEmailFieldProps {
  readonly label: string
  readonly expected: readonly string[]
  readonly mismatch: string
}

/** The e-mail address typed out, for an act that cannot be taken back. */
export function TypedEmailField(props: TypedEmailFieldProps) {
  return <TypedConfirmation {...props} name="email" type="email" className="max-w-sm" />
}
