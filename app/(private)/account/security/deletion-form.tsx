"use client"

import { Act } from "@/components/acts/act"
import { ActArea } from "@/components/acts/act-area"
import { TypedEmailField } from "@/components/acts/typed-email-field"
import { texts } from "@/lib/texts"
import { deleteAccountAction } from "./actions"

const words = texts.security

export function DeletionForm({ email }: { readonly email: string }) {
  return (
    <ActArea action={deleteAccountAction}>
      <Act
        label={words.deletion}
        variant="danger-quiet"
        className="space-y-4"
        confirm={{ title: words.deletionTitle, body: words.deletionBody, label: words.deletion }}
      >
        <TypedEmailField
          label={words.deletionField(email)}
          expected={email}
          mismatch={words.deletionMismatch}
        />
      </Act>
    </ActArea>
  )
}
