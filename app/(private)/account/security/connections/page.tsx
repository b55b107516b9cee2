import type { Metadata } from "next"
import { AccountHead } from "@/app/(private)/account/account-head"
import { PersonalPage } from "@/app/personal-page"
import type { SearchProps } from "@/app/place"
import { requireViewer } from "@/lib/auth/viewer"
import { parts } from "@/lib/db/parts"
import { words } from "@/lib/texts/words"
import { Connections } from "./connections"

export const generateMetadata = (): Metadata => ({ title: words("security")("connections") })

export default async function ConnectionsPage({ searchParams }: SearchProps) {
  const t = words("security")
  const { userId, hasPassword } = await requireViewer()

  return (
    <PersonalPage>
      <AccountHead
        page="connections"
        searchParams={searchParams}
        title={t("connections")}
        description={t("connectionsHint")}
      />
      <Connections linked={await parts().stores.accounts.list(userId)} hasPassword={hasPassword} />
    </PersonalPage>
  )
}
