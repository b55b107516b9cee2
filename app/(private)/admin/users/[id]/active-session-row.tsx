"use client"

import { Act } from "@/components/acts/act"
import { SessionDetails } from "@/components/sessions/session-details"
import { SessionSummary } from "@/components/sessions/session-summary"
import type { SessionView } from "@/components/sessions/session-view"
import { whichSession } from "@/components/sessions/which-session"
import { CardRow } from "@/components/ui/card"
import { texts } from "@/lib/texts"

interface ActiveSessionRowProps {
  readonly session: SessionView
  readonly email: string
  /** The one in which the administrator looks at this page. */
  readonly isCurrent: boolean
  readonly now: Date
}

const words = texts.admin.sessions

export function ActiveSessionRow({ session, email, isCurrent, now }: ActiveSessionRowProps) {
  const { id, device } = session

  return (
    <CardRow>
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <SessionSummary session={session} isCurrent={isCurrent} now={now} />
        {!isCurrent && (
          <Act
            label={words.revoke}
            name={words.revokeOne(device.title, email)}
            fields={{ token: id }}
            variant="danger-quiet"
            size="sm"
            confirm={{
              title: words.revokeOneTitle(device.title, email),
              body: `${whichSession(session, now)} ${words.revokeOneBody}`,
              label: words.revoke,
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
