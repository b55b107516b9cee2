"use client"

import type { ComponentProps } from "react"
import { useTranslations } from "use-intl/react"
import { Act } from "@/components/acts/act"
import { WhichSession } from "@/components/sessions/which-session"

interface RevokeSessionProps {
  readonly id: string
  /** What the button is called beside others. */
  readonly name: string | undefined
  readonly device: string
  readonly person: string
  readonly seen: ComponentProps<typeof WhichSession>
}

/** Ends one session of a person, after a yes to which it is. */
export function RevokeSession({ id, name, device, person, seen }: RevokeSessionProps) {
  const t = useTranslations("revokeSession")

  return (
    <Act
      label={t("revoke")}
      {...(name && { name })}
      fields={{ token: id }}
      variant="danger-quiet"
      size="sm"
      confirm={{
        title: t("title", { device, person }),
        body: (
          <>
            <WhichSession {...seen} /> <span>{t("body")}</span>
          </>
        ),
        label: t("revoke"),
      }}
    />
  )
}
