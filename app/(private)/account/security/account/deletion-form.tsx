"use client"

import { deleteAccountAction } from "@/app/(private)/account/security/actions"
import { Act } from "@/components/acts/act"
import { ActArea } from "@/components/acts/act-area"
import { TypedEmailField } from "@/components/acts/typed-email-field"
import { texts } from "@/lib/texts"

const words = texts.security

interface DeletionFormProps {
  readonly email: string
  /** The address as the page shows it: either spelling will do. */
  readonly shown: string
}

export function DeletionForm({ email, shown }: DeletionFormProps) {
  return (
    <ActArea action={deleteAccountAction}>
      <Act
        label={words.deletion}
        variant="danger-quiet"
        className="space-y-4"
        confirm={{ title: words.deletionTitle, body: words.deletionBody, label: words.deletion }}
      >
        <TypedEmailField
          label={words.deletionField(shown)}
          expected={[email, shown]}
          mismatch={words.deletionMismatch}
        />
      </Act>
    </ActArea>
  )
}
