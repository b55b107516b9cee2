import { Notice } from "@/components/ui/notice"
import type { EndedSession, SessionEnding } from "@/lib/auth/ended-session"
import { logInFailures } from "@/lib/auth/log-in-failure"
import type { Outcome } from "@/lib/auth/outcome"
import type { Receipt } from "@/lib/db/lists/receipt"
import { isolated } from "@/lib/names/isolated"
import { settings } from "@/lib/settings"
import { alsoEnded, whatEnded } from "@/lib/texts/counts"
import { words } from "@/lib/texts/words"

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
  /** What the act has ended that was done in this browser just now. */
  readonly receipt: Receipt | null
  /** The session of this browser's cookie, as it ended. */
  readonly ended: EndedSession | null
}

/** Says what brought the person to the log-in page, where something did. */
export function WhyHere({ query, outcome, receipt, ended }: WhyHereProps) {
  if (outcome?.notice === "dropped") {
    return (
      <Notice tone="danger">
        {words("login")("dropped", { address: settings().authUrl.origin })}
      </Notice>
    )
  }
  const told = receipt
    ? alsoEnded(words("security")("everywhereEnded"), receipt.ended)
    : outcome && textOf(outcome)
  if (told) {
    return (
      <Notice tone="good" role="status">
        {told}
      </Notice>
    )
  }
  if (query.error) return <Notice tone="danger">{failureText(query.code ?? query.error)}</Notice>

  if (!ended) return null
  const { ending, because } = ended
  if (isSilent(ending)) return null
  return (
    <Notice role="status">
      <p>{words("endedSession")(`endings.${ending}`)}</p>
      {because && <p>{words("login")("because", { reason: isolated(because) })}</p>}
    </Notice>
  )
}

/** Endings after which nobody asks why they are here. */
const silent = ["log_out", "replaced", "used"] as const

const isSilent = (ending: SessionEnding): ending is (typeof silent)[number] =>
  silent.some((each) => each === ending)

/** How an act went after which its own page has nothing to show. */
function textOf({ notice, ended }: Outcome): string | null {
  const t = words("links")
  switch (notice) {
    case "password_set":
      return t("passwordSet")
    case "email_changed":
      return t("confirmEmail.done")
    case "email_restored":
      return `${alsoEnded(t("undoEmail.done"), ended)} ${t("undoEmail.next")}`
    case "reported":
      return `${whatEnded(ended)} ${t("report.next")}`
    case "logged_out":
      return words("login")("loggedOut")
    case "deleted":
      return words("login")("deleted")
    default:
      return null
  }
}

function failureText(error: string): string {
  const t = words("login")
  const failure = logInFailures.find((known) => known === error)
  if (failure) return t(`failures.${failure}`)
  return t(error === "AccessDenied" ? "providerFailures.AccessDenied" : "providerFailures.other")
}
