import { UsersRound } from "lucide"
import type { Metadata } from "next"
import { MessagePage } from "@/components/shell/message-page"
import { buttonClass } from "@/components/ui/button"
import { safeReturnTo } from "@/lib/auth/request"
import { getViewer } from "@/lib/auth/viewer"
import { words } from "@/lib/texts/words"

export const generateMetadata = (): Metadata => ({ title: words("stalePage")("title") })

interface StalePageProps {
  readonly searchParams: Promise<{ readonly returnTo?: string }>
}

/** Where the form of a page leads that was rendered for another person. It does nothing, and says so. */
export default async function StalePage({ searchParams }: StalePageProps) {
  const t = words("stalePage")
  const [{ returnTo }, viewer] = [await searchParams, await getViewer()]

  return (
    <MessagePage icon={UsersRound} title={t("title")}>
      <p className="wrap-break-word">{viewer ? t("body", { email: viewer.email }) : t("noOne")}</p>
      {/* Not a link of Next's, which would keep what it has of the old page. */}
      <a href={safeReturnTo(returnTo)} className={buttonClass({ variant: "primary" })}>
        {t("reload")}
      </a>
    </MessagePage>
  )
}
