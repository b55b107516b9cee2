import { decideRule } from "log-out-everywhere"
import type { Metadata } from "next"
import { ApiTokens } from "@/app/(private)/account/security/api-tokens/api-tokens"
import { Browsers } from "@/app/(private)/account/security/browsers/browsers"
import { EmailSection } from "@/app/(private)/account/security/email/email-section"
import { endingBy } from "@/app/ending-by"
import { PersonalPage } from "@/app/personal-page"
import { parsePlace, type SearchParams } from "@/app/place"
import { sessionsShown, sessionView } from "@/app/session-view"
import { authentication } from "@/authentication"
import { PageHeader } from "@/components/ui/page-header"
import { PlacePager } from "@/components/ui/place-pager"
import { readOutcome } from "@/lib/auth/outcome"
import { requireViewer } from "@/lib/auth/viewer"
import { sessionsOf } from "@/lib/db/lists/session-list"
import { parts } from "@/lib/db/parts"
import { shownEmail } from "@/lib/names/shown-email"
import { texts } from "@/lib/texts"
import { Connections } from "./connections"
import { Deletion } from "./deletion"
import { EndedSessions, shownEnded } from "./ended-sessions"
import { Everywhere } from "./everywhere"
import { History } from "./history"
import { PasswordSection } from "./password-section"
import { ProviderNotice } from "./provider-notice"
import { Sessions } from "./sessions"

export const metadata: Metadata = { title: texts.security.title }

interface SecurityPageProps {
  readonly searchParams: SearchParams
}

const path = "/account/security"

export default async function SecurityPage({ searchParams }: SecurityPageProps) {
  const { userId, email, role, hasPassword, session, now } = await requireViewer()
  const params = await searchParams
  const { tokens, accounts } = parts().stores
  const sessions = await sessionsOf(userId).live(session, {
    ...parsePlace(params),
    size: sessionsShown,
  })
  const ended = await sessionsOf(userId).ended({ size: shownEnded })
  const live = await tokens.countLive(userId)
  const outcome = await readOutcome("/account/security", params)
  const rule = authentication.triggers.password_changed

  return (
    <PersonalPage>
      <PageHeader
        title={texts.security.title}
        description={texts.security.intro(shownEmail(email))}
      />
      <ProviderNotice notice={outcome?.notice} />
      <Sessions
        sessions={sessions.items.map(sessionView)}
        live={live.session ?? 0}
        currentId={session.id}
        now={now}
      >
        <PlacePager path={path} page={sessions} />
      </Sessions>
      <PasswordSection
        email={email}
        hasPassword={hasPassword}
        minimumLength={authentication.passwords.minimumLength}
        ending={endingBy(decideRule(rule, true), live, true)}
        endingAnyway={rule.scope === "ask" ? endingBy(decideRule(rule, false), live, true) : null}
      />
      <EmailSection userId={userId} email={email} now={now} />
      <Connections linked={await accounts.list(userId)} hasPassword={hasPassword} />
      <Browsers userId={userId} session={session} now={now} />
      <ApiTokens userId={userId} role={role} now={now} />
      <Everywhere live={live} />
      <EndedSessions
        sessions={ended.items.map(sessionView)}
        every={ended.next && "/account/ended-sessions"}
        now={now}
      />
      <History userId={userId} now={now} />
      <Deletion email={email} />
    </PersonalPage>
  )
}
