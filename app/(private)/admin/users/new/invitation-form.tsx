"use client"

import { Act } from "@/components/acts/act"
import { ActArea, useActs } from "@/components/acts/act-area"
import { SelectField, TextField } from "@/components/ui/field"
import { errorsOf } from "@/lib/forms/form-state"
import { texts } from "@/lib/texts"
import { inviteUserAction } from "./actions"

const words = texts.admin.invitation

/** Asks who the new person is. They choose their password themselves. */
export function InvitationForm() {
  return (
    <ActArea action={inviteUserAction}>
      <Act label={words.submit} variant="primary" className="max-w-sm space-y-4">
        <Fields />
      </Act>
    </ActArea>
  )
}

function Fields() {
  const errors = errorsOf(useActs().state)

  return (
    <>
      <TextField label={words.name} name="name" autoComplete="off" error={errors.name} />
      <TextField
        label={words.email}
        name="email"
        type="email"
        autoComplete="off"
        required
        error={errors.email}
      />
      <SelectField label={words.role} name="role" error={errors.role}>
        {Object.entries(texts.admin.users.roles).map(([role, label]) => (
          <option key={role} value={role}>
            {label}
          </option>
        ))}
      </SelectField>
    </>
  )
}
