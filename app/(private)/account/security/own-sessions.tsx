"use client"

import type { SessionActProps } from "log-out-everywhere/react"
import type { ComponentProps } from "react"
import { useTranslations } from "use-intl/react"
import { recogniseDeviceAction } from "@/app/(private)/account/security/check-up/actions"
import { Act } from "@/components/acts/act"
import { ActArea } from "@/components/acts/act-area"
import { ActForm } from "@/components/acts/act-form"
import { type ListedSession, SessionList, seenOf } from "@/components/sessions/session-list"
import { WhichSession } from "@/components/sessions/which-session"
import { LogOutForm } from "@/components/shell/log-out-form"
import { Button } from "@/components/ui/button"
import { logOutDeviceAction, reportSessionAction } from "./actions"

type OwnSessionsProps = Pick<ComponentProps<typeof SessionList>, "sessions" | "currentId">

/**
 * One page of the list. This device ends by logging out, and every other by being revoked; of a new one the person
 * says whether it is theirs.
 */
export function OwnSessions(list: OwnSessionsProps) {
  const t = useTranslations("ownSession")
  return (
    <ActArea action={logOutDeviceAction} undone={t("nothingLoggedOut")}>
      <SessionList
        {...list}
        acts={["logOutHere", "logOut", "recognise", "report"]}
        renderAct={(act) => <OwnAct {...act} />}
      />
    </ActArea>
  )
}

function OwnAct({ act, session, label, name, fields }: SessionActProps<ListedSession>) {
  const t = useTranslations("ownSession")
  const form = { label, ...(name && { name }), fields, size: "sm" } as const
  if (act === "logOutHere") {
    return (
      <LogOutForm>
        <Button type="submit" size="sm" aria-label={name}>
          {label}
        </Button>
      </LogOutForm>
    )
  }
  if (act === "recognise") return <ActForm action={recogniseDeviceAction} {...form} />
  if (!session) return null

  const device = session.title
  const ask = (title: string, body: string) => ({
    title,
    body: (
      <>
        <WhichSession {...seenOf(session)} /> <span>{body}</span>
      </>
    ),
    label,
  })
  if (act === "report") {
    const confirm = ask(t("reportTitle", { device }), t("reportBody"))
    return <ActForm action={reportSessionAction} {...form} confirm={confirm} />
  }
  const confirm = ask(t("logOutTitle", { device }), t("logOutBody"))
  return <Act {...form} variant="danger-quiet" confirm={confirm} />
}
