import type { Metadata } from "next"
import { AccountHead } from "@/app/(private)/account/account-head"
import { CheckUp } from "@/app/(private)/account/security/check-up/check-up"
import { PersonalPage } from "@/app/personal-page"
import { parsePlace, type SearchProps } from "@/app/place"
import { PlaceCredit } from "@/app/place-credit"
import { sessionsShown, sessionView } from "@/app/session-view"
import { shownSession } from "@/app/shown-session"
import { LiveList } from "@/components/shell/live-list"
import { PlacePager } from "@/components/ui/place-pager"
import { requireViewer } from "@/lib/auth/viewer"
import { browserNamesOf } from "@/lib/db/lists/browser-list"
import { sessionsOf } from "@/lib/db/lists/session-list"
import { parts } from "@/lib/db/parts"
import { accountPages } from "@/lib/names/account-pages"
import { shownEmail } from "@/lib/names/shown-email"
import { words } from "@/lib/texts/words"
import { EndedSessions, shownEnded } from "./ended-sessions"
import { Sessions } from "./sessions"

export const generateMetadata = (): Metadata => ({ title: words("security")("title") })

export default async function SecurityPage({ searchParams }: SearchProps) {
  const t = words("security")
  const { userId, email, session } = await requireViewer()
  const sessions = await sessionsOf(userId).live(session, {
    ...parsePlace(await searchParams),
    size: sessionsShown,
  })
  const ended = await sessionsOf(userId).ended({ size: shownEnded })
  const names = await browserNamesOf(userId)
  const live = await parts().stores.tokens.countLive(userId)

  return (
    <PersonalPage rooms={["ownSession", "sessionCard", "sessionList"]}>
      <AccountHead
        page="sessions"
        searchParams={searchParams}
        title={t("title")}
        description={t("intro", { email: shownEmail(email) })}
      />
      <CheckUp userId={userId} session={session} />
      <Sessions
        sessions={sessions.items.map((each) => shownSession(each, names))}
        live={live}
        currentId={session.id}
      >
        <PlacePager path={accountPages.sessions} page={sessions} />
      </Sessions>
      <EndedSessions
        sessions={ended.items.map(sessionView)}
        every={ended.next && "/account/ended-sessions"}
      />
      <PlaceCredit />
      <LiveList of="own" />
    </PersonalPage>
  )
}
