import { LinkEnded } from "@/components/shell/link-ended"
import type { Ending } from "@/lib/auth/log-in"
import { texts } from "@/lib/texts"

interface EndedLinkProps {
  readonly ending: Ending
  /** Where a new one is to be had; the log-in page where nowhere else. */
  readonly askAgain?: string
}

export function EndedLink({ ending, askAgain }: EndedLinkProps) {
  const { endedTitle, endings, toLogIn, askAgain: label } = texts.links
  const next = askAgain ? { href: askAgain, label } : { href: "/login", label: toLogIn }
  return <LinkEnded title={endedTitle} reason={endings[ending]} next={next} />
}
