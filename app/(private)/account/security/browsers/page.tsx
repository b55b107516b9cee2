import type { Metadata } from "next"
import { AccountHead } from "@/app/(private)/account/account-head"
import { PersonalPage } from "@/app/personal-page"
import type { SearchProps } from "@/app/place"
import { requireViewer } from "@/lib/auth/viewer"
import { words } from "@/lib/texts/words"
import { Browsers } from "./browsers"

export const generateMetadata = (): Metadata => ({ title: words("browsers")("title") })

export default async function BrowsersPage({ searchParams }: SearchProps) {
  const t = words("browsers")
  const { userId, session } = await requireViewer()

  return (
    <PersonalPage>
      <AccountHead
        page="browsers"
        searchParams={searchParams}
        title={t("title")}
        description={t("hint")}
      />
      <Browsers userId={userId} session={session} />
    </PersonalPage>
  )
}
