"use client"

import { Act } from "@/components/acts/act"
import { ActArea } from "@/components/acts/act-area"
import { TypedEmailField } from "@/components/acts/typed-email-field"
import { texts } from "@/lib/texts"
import { deleteUserAction } from "./actions"

interface DeletionFormProps {
  readonly userId: string
  readonly person: string
  readonly email: string
  /** The address as the page shows it: either spelling will do. */
  readonly shown: string
}

const words = texts.admin.user

export function DeletionForm({ userId, person, email, shown }: DeletionFormProps) {
  return (
    <ActArea action={deleteUserAction}>
      <Act
        label={words.deletion}
        fields={{ user: userId }}
        variant="danger-quiet"
        className="space-y-4"
        confirm={{
          title: words.deletionTitle(person),
          body: words.deletionHint,
          label: words.deletion,
        }}
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
