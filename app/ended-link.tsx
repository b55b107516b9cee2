import { Unlink } from "lucide"
import { MessagePage } from "@/components/shell/message-page"
import { ButtonLink } from "@/components/ui/button"
import type { LinkEnding } from "@/lib/auth/opened-link"
import { getViewer } from "@/lib/auth/viewer"
import { called } from "@/lib/names/called"
import { words } from "@/lib/texts/words"

interface EndedLinkProps {
  readonly ending: LinkEnding
  /** Where a new one is to be had; the log-in page where nowhere else. */
  readonly askAgain?: string
  /** True for a link that logs in: a person who is in already has no use for another. */
  readonly logsIn?: boolean
}

/** What a mailed link leads to once it does nothing any more. */
export async function EndedLink({ ending, askAgain, logsIn = false }: EndedLinkProps) {
  const t = words("links")
  const viewer = logsIn ? await getViewer() : null
  const reason = viewer
    ? `${t(`endings.${ending}`)} ${t("signedIn", { person: called(viewer) })}`
    : t(`endings.${ending}`)
  const elsewhere = askAgain
    ? { href: askAgain, label: t("askAgain") }
    : { href: "/login", label: t("toLogIn") }
  const next = viewer ? { href: "/account/security", label: t("continue") } : elsewhere
  return (
    <MessagePage icon={Unlink} title={ending === "cut" ? t("cutTitle") : t("endedTitle")}>
      <p>{reason}</p>
      <ButtonLink href={next.href}>{next.label}</ButtonLink>
    </MessagePage>
  )
}
