"use client"

import { useLocale, useTranslations } from "use-intl/react"
import { Act } from "@/components/acts/act"
import { SessionDetails } from "@/components/sessions/session-details"
import { SessionSummary } from "@/components/sessions/session-summary"
import type { SessionView } from "@/components/sessions/session-view"
import { whichSession } from "@/components/sessions/which-session"
import { CardRow } from "@/components/ui/card"

interface ActiveSessionRowProps {
  readonly session: SessionView
  readonly email: string
  /** The one in which the administrator looks at this page. */
  readonly isCurrent: boolean
  readonly now: Date
}

export function ActiveSessionRow({ session, email, isCurrent, now }: ActiveSessionRowProps) {
  const t = useTranslations("revokeSession")
  const speech = { t: useTranslations("sessionCard"), locale: useLocale() }
  const { id, device } = session

  return (
    <CardRow>
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <SessionSummary session={session} isCurrent={isCurrent} />
        {!isCurrent && (
          <Act
            label={t("revoke")}
            name={t("name", { device: device.title, person: email })}
            fields={{ token: id }}
            variant="danger-quiet"
            size="sm"
            confirm={{
              title: t("title", { device: device.title, person: email }),
              body: `${whichSession(speech, session, now)} ${t("body")}`,
              label: t("revoke"),
            }}
          />
        )}
      </div>
      <div className="mt-2 sm:ps-[3.125rem]">
        <SessionDetails session={session} />
      </div>
    </CardRow>
  )
}
