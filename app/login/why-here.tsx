import { Notice } from "@/components/ui/notice"
import type { SessionEnding } from "@/lib/auth/ended-session"
import type { Outcome } from "@/lib/auth/outcome"
import { settings } from "@/lib/settings"
import { texts } from "@/lib/texts"

export interface LogInQuery {
  /** NextAuth's word for why a provider's log-in failed, or ours. */
  readonly error?: string
  /** Ours, beside NextAuth's "CredentialsSignin". */
  readonly code?: string
}

interface WhyHereProps {
  readonly query: LogInQuery
  /** How the act went that led here. */
  readonly outcome: Outcome | null
  /** How the session of this browser's cookie ended. */
  readonly ending: SessionEnding | null
}

/** Says what brought the person to the log-in page, where something did. */
export function WhyHere({ query, outcome, ending }: WhyHereProps) {
  if (outcome?.notice === "dropped") {
    return <Notice tone="danger">{texts.login.dropped(settings().authUrl.origin)}</Notice>
  }
  const told = outcome && textOf(outcome)
  if (told) {
    return (
      <Notice tone="good" role="status">
        {told}
      </Notice>
    )
  }
  if (query.error) return <Notice tone="danger">{failureText(query.code ?? query.error)}</Notice>

  const text = ending && texts.login.endings[ending]
  return text ? <Notice role="status">{text}</Notice> : null
}

/** How an act went after which its own page has nothing to show. */
function textOf({ notice, ended }: Outcome): string | null {
  const { confirmEmail, undoEmail, report, passwordSet } = texts.links
  switch (notice) {
    case "password_set":
      return passwordSet
    case "email_changed":
      return confirmEmail.done
    case "email_restored":
      return undoEmail.done(ended)
    case "reported":
      return report.done(ended)
    case "logged_out_everywhere":
      return texts.security.everywhereEnded(ended)
    case "logged_out":
      return texts.login.loggedOut
    case "deleted":
      return texts.login.deleted
    default:
      return null
  }
}

function failureText(error: string): string {
  const known: Readonly<Record<string, string>> = {
    ...texts.login.failures,
    ...texts.login.providerFailures,
  }
  return (Object.hasOwn(known, error) && known[error]) || texts.login.providerFailures.other
}
