"use client"

import { useTranslations } from "use-intl/react"
import { Act } from "@/components/acts/act"
import { ActArea } from "@/components/acts/act-area"
import { SelectField, TextField } from "@/components/ui/field"
import { roles } from "@/lib/names/role"
import { inviteUserAction } from "./actions"

/** Asks who the new person is. They choose their password themselves. */
export function InvitationForm() {
  const t = useTranslations("invitationForm")
  return (
    <ActArea action={inviteUserAction}>
      <Act label={t("submit")} variant="primary" className="max-w-sm space-y-4">
        <TextField label={t("name")} name="name" autoComplete="off" />
        <TextField label={t("email")} name="email" type="email" autoComplete="off" required />
        <SelectField label={t("role")} name="role">
          {roles.map((role) => (
            <option key={role} value={role}>
              {t(`roles.${role}`)}
            </option>
          ))}
        </SelectField>
      </Act>
    </ActArea>
  )
}
