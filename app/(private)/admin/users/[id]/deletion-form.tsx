"use client"

import { useTranslations } from "use-intl/react"
import { Act } from "@/components/acts/act"
import { ActArea } from "@/components/acts/act-area"
import { TypedEmailField } from "@/components/acts/typed-email-field"
import { deleteUserAction } from "./actions"

interface DeletionFormProps {
  readonly userId: string
  readonly person: string
  readonly email: string
  /** The address as the page shows it: either spelling will do. */
  readonly shown: string
}

export function DeletionForm({ userId, person, email, shown }: DeletionFormProps) {
  const t = useTranslations("userDeletion")
  return (
    <ActArea action={deleteUserAction}>
      <Act
        label={t("submit")}
        fields={{ user: userId }}
        variant="danger-quiet"
        className="space-y-4"
        confirm={{
          title: t("title", { person }),
          body: t("body"),
          label: t("submit"),
        }}
      >
        <TypedEmailField
          label={t("field", { email: shown })}
          expected={[email, shown]}
          mismatch={t("mismatch")}
        />
      </Act>
    </ActArea>
  )
}
