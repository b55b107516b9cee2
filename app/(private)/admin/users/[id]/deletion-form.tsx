"use client"

import { Act } from "@/components/acts/act"
import { ActArea, useActs } from "@/components/acts/act-area"
import { TypedConfirmation } from "@/components/acts/typed-confirmation"
import { errorsOf } from "@/lib/form-state"
import { texts } from "@/lib/texts"
import { deleteUserAction } from "./actions"

interface DeletionFormProps {
  readonly userId: string
  readonly person: string
  readonly email: string
}

const words = texts.admin.user

/** The e-mail address typed out, since this cannot be taken back. */
export function DeletionForm({ userId, person, email }: DeletionFormProps) {
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
        <EmailField email={email} />
      </Act>
    </ActArea>
  )
}

function EmailField({ email }: Pick<DeletionFormProps, "email">) {
  const { state } = useActs()

  return (
    <TypedConfirmation
      label={words.deletionField(email)}
      name="email"
      type="email"
      expected={email}
      mismatch={words.deletionMismatch}
      error={errorsOf(state).email}
    />
  )
}
