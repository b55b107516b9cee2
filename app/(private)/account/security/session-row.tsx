"use client"

import type { ReactNode } from "react"
import { useLocale, useTranslations } from "use-intl/react"
import { Act } from "@/components/acts/act"
import { useClock } from "@/components/clock"
import { SessionDetails } from "@/components/sessions/session-details"
import { SessionSummary } from "@/components/sessions/session-summary"
import type { SessionView } from "@/components/sessions/session-view"
import { whichSession } from "@/components/sessions/which-session"
import { LogOutForm } from "@/components/shell/log-out-form"
import { Button } from "@/components/ui/button"
import { CardRow } from "@/components/ui/card"

// On the client, so that the page sends what a row is made of, and not what it is made into, a second time.

interface SessionRowProps {
  readonly session: SessionView
}

/** This device. It ends by logging out, not by being revoked. */
export function CurrentSessionRow({ session }: SessionRowProps) {
  const t = useTranslations("ownSession")
  return (
    <SessionRow summary={<SessionSummary session={session} isCurrent />} session={session}>
      <LogOutForm>
        <Button type="submit" size="sm" aria-label={t("logOutHere")}>
          {t("logOut")}
        </Button>
      </LogOutForm>
    </SessionRow>
  )
}

export function OtherSessionRow({ session }: SessionRowProps) {
  const { now } = useClock()
  const t = useTranslations("ownSession")
  const speech = { t: useTranslations("sessionCard"), locale: useLocale() }
  const { id, device } = session

  return (
    <SessionRow summary={<SessionSummary session={session} isCurrent={false} />} session={session}>
      <Act
        label={t("logOut")}
        name={t("logOutName", { device: device.title })}
        fields={{ tokenId: id }}
        variant="danger-quiet"
        size="sm"
        confirm={{
          title: t("logOutTitle", { device: device.title }),
          body: `${whichSession(speech, session, now)} ${t("logOutBody")}`,
          label: t("logOut"),
        }}
      />
    </SessionRow>
  )
}

interface RowProps {
  readonly summary: ReactNode
  readonly session: SessionView
  /** The one act of the row. When it asks for proof it takes its own line. */
  readonly children: ReactNode
}

function SessionRow({ summary, session, children }: RowProps) {
  return (
    <CardRow className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 gap-y-2">
      <div className="max-sm:col-span-2">{summary}</div>
      <div className="has-[fieldset]:col-span-2 max-sm:col-start-2 max-sm:row-start-2 max-sm:has-[fieldset]:col-start-1 max-sm:has-[fieldset]:row-start-3">
        {children}
      </div>
      <div className="ps-[3.125rem] max-[22rem]:ps-0 sm:col-span-2">
        <SessionDetails session={session} />
      </div>
    </CardRow>
  )
}
