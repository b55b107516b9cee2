import { MonitorX } from "lucide-react"
import { revokeSessionsAction } from "@/app/(private)/admin/sessions/actions"
import { endingBy } from "@/app/ending-by"
import { ActArea } from "@/components/acts/act-area"
import type { SessionView } from "@/components/sessions/session-view"
import { Card, CardRows } from "@/components/ui/card"
import { EmptyState } from "@/components/ui/empty-state"
import { Section } from "@/components/ui/section"
import { texts } from "@/lib/texts"
import type { RevocationCount, TokenPurpose } from "@/lib/tokens"
import type { User } from "@/lib/users/user"
import { ActiveSessionRow } from "./active-session-row"
import { LogUserOut } from "./log-user-out"

interface ActiveSessionsProps {
  readonly user: User
  readonly sessions: readonly SessionView[]
  /** The administrator's own session. */
  readonly currentId: string
  readonly live: RevocationCount
  /** What *Log out everywhere* ends. */
  readonly purposes: readonly TokenPurpose[]
  readonly now: Date
}

const words = texts.admin.user

/** Where the person is logged in, to end one by one or everywhere. */
export function ActiveSessions({
  user,
  sessions,
  currentId,
  live,
  purposes,
  now,
}: ActiveSessionsProps) {
  const active = sessions.filter(({ status }) => status === "active")
  const isOwn = active.some(({ id }) => id === currentId)

  return (
    <Section title={words.sessions} description={isOwn && words.spared}>
      <LogUserOut user={user} ending={endingBy({ scope: "everywhere", purposes }, live, isOwn)} />
      <ActArea action={revokeSessionsAction}>
        <Card>
          {active.length === 0 ? (
            <EmptyState icon={MonitorX} title={words.noSessions} />
          ) : (
            <CardRows>
              {active.map((session) => (
                <ActiveSessionRow
                  key={session.id}
                  session={session}
                  email={user.email}
                  isCurrent={session.id === currentId}
                  now={now}
                />
              ))}
            </CardRows>
          )}
        </Card>
      </ActArea>
    </Section>
  )
}
