"use client"

import type { ComponentProps } from "react"
import { useTranslations } from "use-intl/react"
import { RevokeSession } from "@/app/(private)/admin/sessions/revoke-session"
import { SessionList, seenOf } from "@/components/sessions/session-list"

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
      renderAct={({ session, name }) =>
        session && (
          <RevokeSession
            id={session.id}
            name={name}
            device={session.title}
            person={email}
            seen={seenOf(session)}
          />
        )
      }
    />
  )
}
