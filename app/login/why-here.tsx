import { Notice } from "@/components/ui/notice"
import { whyEnded } from "@/lib/auth/log-in"
import { settings } from "@/lib/settings"
import { texts } from "@/lib/texts"

export interface LogInQuery {
  /** NextAuth's word for why a provider's log-in failed, or ours. */
  readonly error?: string
  /** How many sessions and links *Log out everywhere* has just ended. */
  readonly ended?: string
  readonly notice?: string
}

/** Says what brought the person to the log-in page, where something did. */
export async function WhyHere({ query }: { readonly query: LogInQuery }) {
  if (query.notice === "dropped") {
    return <Notice tone="danger">{texts.login.dropped(settings().authUrl.origin)}</Notice>
  }
  if (query.notice === "password_set") {
    return <Notice tone="good">{texts.links.passwordSet}</Notice>
  }
  if (query.notice === "deleted") return <Notice tone="good">{texts.login.deleted}</Notice>
  if (query.error) return <Notice tone="danger">{failureText(query.error)}</Notice>

  const ending = await whyEnded()
  const text = ending && texts.login.endings[ending]
  if (!text) return null
  const ended = ending === "log_out_everywhere" ? Number(query.ended) : 0
  return <Notice role="status">{ended > 0 ? texts.security.everywhereEnded(ended) : text}</Notice>
}

function failureText(error: string): string {
  const known: Readonly<Record<string, string>> = {
    ...texts.login.failures,
    ...texts.login.providerFailures,
  }
  return (Object.hasOwn(known, error) && known[error]) || texts.login.providerFailures.other
}
