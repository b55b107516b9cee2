"use client"

import { Act } from "@/components/acts/act"
import { ActArea } from "@/components/acts/act-area"
import { SelectField, TextField } from "@/components/ui/field"
import { texts } from "@/lib/texts"
import { inviteUserAction } from "./actions"

const words = texts.admin.invitation

/** Asks who the new person is. They choose their password themselves. */
export function InvitationForm() {
  return (
    <ActArea action={inviteUserAction}>
      <Act label={words.submit} variant="primary" className="max-w-sm space-y-4">
        <TextField label={words.name} name="name" autoComplete="off" />
        <TextField label={words.email} name="email" type="email" autoComplete="off" required />
        <SelectField label={words.role} name="role">
          {Object.entries(texts.admin.users.roles).map(([role, label]) => (
            <option key={role} value={role}>
              {label}
            </option>
          ))}
        </SelectField>
      </Act>
    </ActArea>
  )
}
