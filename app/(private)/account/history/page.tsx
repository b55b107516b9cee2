import type { Metadata } from "next"
import { PersonalPage } from "@/app/personal-page"
import { parsePlace, type SearchProps } from "@/app/place"
import { PlaceCredit } from "@/app/place-credit"
import { ButtonLink } from "@/components/ui/button"
import { PageHeader } from "@/components/ui/page-header"
import { requireViewer } from "@/lib/auth/viewer"
import { historyLength, historyOf } from "@/lib/db/lists/history"
import { words } from "@/lib/texts/words"
import { HistoryList } from "./history-list"

export const generateMetadata = (): Metadata => ({ title: words("history")("title") })

export default async function HistoryPage({ searchParams }: SearchProps) {
  const t = words("history")
  const { userId } = await requireViewer()
  const { after } = parsePlace(await searchParams)
  const { items, next } = await historyOf(userId, { after })

  return (
    <PersonalPage>
      <PageHeader
        back={
          after
            ? { href: "/account/history", label: t("latest") }
            : { href: "/account/security", label: t("back") }
        }
        title={t("title")}
        description={t("hint", { shown: historyLength })}
      />
      <HistoryList events={items} />
      {next && (
        <ButtonLink href={`/account/history?after=${next}`} rel="next" className="ms-auto w-fit">
          {t("older")}
        </ButtonLink>
      )}
      <PlaceCredit />
    </PersonalPage>
  )
}
