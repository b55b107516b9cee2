"use client"

import type { SessionActProps } from "log-out-everywhere/react"
import type { ComponentProps } from "react"
import { useLocale, useTranslations } from "use-intl/react"
import { Act } from "@/components/acts/act"
import { ActArea } from "@/components/acts/act-area"
import { useClock } from "@/components/clock"
import { type ListedSession, SessionList, seenOf } from "@/components/sessions/session-list"
import { whichSession } from "@/components/sessions/which-session"
import { LogOutForm } from "@/components/shell/log-out-form"
import { Button } from "@/components/ui/button"
import { logOutDeviceAction } from "./actions"

type OwnSessionsProps = Pick<ComponentProps<typeof SessionList>, "sessions" | "currentId">

/** One page of the list. This device ends by logging out, and every other by being revoked. */
export function OwnSessions(list: OwnSessionsProps) {
  const t = useTranslations("ownSession")
  return (
    <ActArea action={logOutDeviceAction} undone={t("nothingLoggedOut")}>
      <SessionList
        {...list}
        acts={["logOutHere", "logOut"]}
        renderAct={(act) => <OwnAct {...act} />}
      />
    </ActArea>
  )
}

function OwnAct({ act, session, label, name, fields }: SessionActProps<ListedSession>) {
  const { now } = useClock()
  const t = useTranslations("ownSession")
  const speech = { t: useTranslations("sessionCard"), locale: useLocale() }
  if (act === "logOutHere") {
    return (
      <LogOutForm>
        <Button type="submit" size="sm" aria-label={name}>
          {label}
        </Button>
      </LogOutForm>
    )
  }
  if (!session) return null
  const device = session.title

  return (
    <Act
      label={label}
      {...(name && { name })}
      fields={fields}
      variant="danger-quiet"
      size="sm"
      confirm={{
        title: t("logOutTitle", { device }),
        body: `${whichSession(speech, seenOf(session), now)} ${t("logOutBody")}`,
        label,
      }}
    />
  )
}
