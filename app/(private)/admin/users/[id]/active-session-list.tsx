"use client"

import type { SessionActProps } from "log-out-everywhere/react"
import type { ComponentProps } from "react"
import { useLocale, useTranslations } from "use-intl/react"
import { Act } from "@/components/acts/act"
import { useClock } from "@/components/clock"
import { type ListedSession, SessionList, seenOf } from "@/components/sessions/session-list"
import { whichSession } from "@/components/sessions/which-session"

interface ActiveSessionListProps
  extends Pick<ComponentProps<typeof SessionList>, "sessions" | "currentId"> {
  readonly email: string
}

/** The same list as the person's own, to revoke from. The session in which the administrator looks is spared. */
export function ActiveSessionList({ email, ...list }: ActiveSessionListProps) {
  const t = useTranslations("revokeSession")

  return (
    <SessionList
      {...list}
      acts={["logOut"]}
      words={{
        logOut: t("revoke"),
        logOutName: t("nameOfOne", { person: email, device: "{device}", started: "{started}" }),
      }}
      renderAct={(act) => <Revoke {...act} email={email} />}
    />
  )
}

interface RevokeProps extends SessionActProps<ListedSession> {
  readonly email: string
}

function Revoke({ session, label, name, email }: RevokeProps) {
  const { now } = useClock()
  const t = useTranslations("revokeSession")
  const speech = { t: useTranslations("sessionCard"), locale: useLocale() }
  if (!session) return null

  return (
    <Act
      label={label}
      {...(name && { name })}
      fields={{ token: session.id }}
      variant="danger-quiet"
      size="sm"
      confirm={{
        title: t("title", { device: session.title, person: email }),
        body: `${whichSession(speech, seenOf(session), now)} ${t("body")}`,
        label,
      }}
    />
  )
}
