import type { Metadata } from "next"
import { AccountHead } from "@/app/(private)/account/account-head"
import { PersonalPage } from "@/app/personal-page"
import type { SearchParams } from "@/app/place"
import { requireViewer } from "@/lib/auth/viewer"
import { shownEmail } from "@/lib/names/shown-email"
import { texts } from "@/lib/texts"
import { Deletion } from "./deletion"

const { pages } = texts.security

export const metadata: Metadata = { title: pages.account }

interface AccountPageProps {
  readonly searchParams: SearchParams
}

export default async function AccountPage({ searchParams }: AccountPageProps) {
  const { email } = await requireViewer()

  return (
    <PersonalPage>
      <AccountHead
        page="account"
        searchParams={searchParams}
        title={pages.account}
        description={shownEmail(email)}
      />
      <Deletion email={email} />
    </PersonalPage>
  )
}
