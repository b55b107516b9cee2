"use client"

import { Act } from "@/components/acts/act"
import { ActArea, useActs } from "@/components/acts/act-area"
import { TypedConfirmation } from "@/components/acts/typed-confirmation"
import { errorsOf } from "@/lib/form-state"
import { texts } from "@/lib/texts"
import { deleteAccountAction } from "./actions"

const words = texts.security

/** The e-mail address typed out, since this cannot be taken back. */
export function DeletionForm({ email }: { readonly email: string }) {
  return (
    <ActArea action={deleteAccountAction}>
      <Act
        label={words.deletion}
        variant="danger-quiet"
        className="space-y-4"
        confirm={{ title: words.deletionTitle, body: words.deletionBody, label: words.deletion }}
      >
        <EmailField email={email} />
      </Act>
    </ActArea>
  )
}

function EmailField({ email }: { readonly email: string }) {
  const { state } = useActs()

  return (
    <TypedConfirmation
      label={words.deletionField(email)}
      name="email"
      type="email"
      expected={email}
      mismatch={words.deletionMismatch}
      error={errorsOf(state).email}
      className="max-w-sm"
    />
  )
}
