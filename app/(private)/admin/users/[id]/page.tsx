import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { z } from "zod"
import { EndedSessions, shownEnded } from "@/app/(private)/account/security/ended-sessions"
import { sessionsHref } from "@/app/(private)/admin/sessions/search"
import { DemoInbox } from "@/app/(private)/demo/inbox"
import { PersonalPage } from "@/app/personal-page"
import { type IdProps, parsePlace, type SearchProps } from "@/app/place"
import { PlaceCredit } from "@/app/place-credit"
import { sessionsShown, sessionView } from "@/app/session-view"
import { shownSession } from "@/app/shown-session"
import { PageNotice } from "@/components/acts/page-notice"
import { PlacePager } from "@/components/ui/place-pager"
import { readOutcome } from "@/lib/auth/outcome"
import { requireAdmin } from "@/lib/auth/viewer"
import { timelineOf } from "@/lib/db/incidents/timeline"
import { auditDirectory } from "@/lib/db/lists/audit-directory"
import { sessionsOf } from "@/lib/db/lists/session-list"
import { heldTokensOf } from "@/lib/db/lists/tokens"
import { parts } from "@/lib/db/parts"
import { auditActions } from "@/lib/names/audit-action"
import { words } from "@/lib/texts/words"
import { AccountActs } from "./account-acts"
import { ActiveSessions } from "./active-sessions"
import { Deletion } from "./deletion"
import { Holdings } from "./holdings"
import { RecentEvents } from "./recent-events"
import { Timeline } from "./timeline"
import { UserFacts } from "./user-facts"
import { UserHeader } from "./user-header"

export const generateMetadata = (): Metadata => ({ title: words("users")("title") })

/** On its line of time stand failed logins, and what changed an account or ended what it held. */
const toldOnTimeline = auditActions.filter(
  (action) => !["log_in", "log_out", "prove", "prove_failed", "access_refused"].includes(action),
)
const eventsDrawn = 200

export default async function UserPage({ params, searchParams }: IdProps & SearchProps) {
  const viewer = await requireAdmin()
  const id = z.uuid().safeParse((await params).id)
  const user = id.success ? await parts().stores.users.find(id.data) : null
  if (!user) notFound()

  const { tokens, accounts } = parts().stores
  const asked = await searchParams
  const sessions = await sessionsOf(user.id).live(viewer.session, {
    ...parsePlace(asked),
    size: sessionsShown,
  })
  const outcome = await readOutcome(`/admin/users/${user.id}`, asked)
  const ended = await sessionsOf(user.id).ended({ size: shownEnded })
  const live = await tokens.countLive(user.id)
  const linked = await accounts.list(user.id)
  const isYou = user.id === viewer.userId
  const timeline = await timelineOf(user.id, viewer.now)
  const told = await auditDirectory().page({
    action: null,
    actions: toldOnTimeline,
    personId: user.id,
    from: timeline.from,
    size: eventsDrawn,
  })

  return (
    <PersonalPage rooms={["revokeSession", "sessionCard", "sessionList"]} width="wide">
      <div className="space-y-4">
        <UserHeader user={user} isYou={isYou} />
        {outcome?.notice === "invited" && (
          <PageNotice tone="good">{words("user")("invited")}</PageNotice>
        )}
        <DemoInbox />
      </div>
      <div className="grid items-start gap-x-10 gap-y-10 lg:grid-cols-2">
        <UserFacts user={user} accounts={linked} />
        <Holdings live={live} held={await heldTokensOf(user.id)} userId={user.id} />
      </div>
      <Timeline timeline={timeline} events={told.items} />
      <div className="grid items-start gap-x-10 gap-y-10 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="space-y-10">
          <ActiveSessions
            user={user}
            sessions={sessions.items.map((each) => shownSession(each))}
            isYou={isYou}
            currentId={viewer.session.id}
            live={live}
          >
            <PlacePager path={`/admin/users/${user.id}`} page={sessions} />
          </ActiveSessions>
          <EndedSessions
            sessions={ended.items.map(sessionView)}
            every={ended.next && sessionsHref({ query: { q: user.email, status: "any" } })}
          />
        </div>
        <div className="space-y-10">
          <AccountActs
            user={user}
            isYou={isYou}
            hasWayIn={user.hasPassword || linked.length > 0}
            live={live}
          />
          <Deletion user={user} />
        </div>
      </div>
      <RecentEvents userId={user.id} />
      <PlaceCredit />
    </PersonalPage>
  )
}
