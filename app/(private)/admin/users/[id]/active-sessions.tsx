import type { RevocationCount } from "log-out-everywhere"
import { MonitorX } from "lucide"
import type { ReactNode } from "react"
import { revokeSessionsAction } from "@/app/(private)/admin/sessions/actions"
import { endingBy } from "@/app/ending-by"
import { authentication } from "@/authentication"
import { ActArea } from "@/components/acts/act-area"
import type { ListedSession } from "@/components/sessions/session-list"
import { Card } from "@/components/ui/card"
import { EmptyState } from "@/components/ui/empty-state"
import { Section } from "@/components/ui/section"
import { words } from "@/lib/texts/words"
import type { User } from "@/lib/users/ports/user"
import { ActiveSessionList } from "./active-session-list"
import { LogUserOut } from "./log-user-out"

interface ActiveSessionsProps {
  readonly user: User
  /** One page of the live ones. */
  readonly sessions: readonly ListedSession[]
  /** The administrator looks at themselves. */
  readonly isYou: boolean
  /** The administrator's own session. */
  readonly currentId: string
  readonly live: RevocationCount
  /** The way to the other pages. */
  readonly children: ReactNode
}

/** Where the person is logged in, to end one by one or everywhere. */
export function ActiveSessions({
  user,
  sessions,
  isYou,
  currentId,
  live,
  children,
}: ActiveSessionsProps) {
  const t = words("user")
  const { purposes } = authentication.logOutEverywhere
  return (
    <Section title={t("sessions")} description={isYou && t("spared")}>
      <LogUserOut user={user} ending={endingBy({ scope: "everywhere", purposes }, live, isYou)} />
      <ActArea action={revokeSessionsAction} undone={words("sessions")("nothingRevoked")}>
        {sessions.length === 0 ? (
          <Card>
            <EmptyState icon={MonitorX} title={t("noSessions")} />
          </Card>
        ) : (
          <ActiveSessionList email={user.email} sessions={sessions} currentId={currentId} />
        )}
      </ActArea>
      {children}
    </Section>
  )
}
