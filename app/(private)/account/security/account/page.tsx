import type { Metadata } from "next"
import { AccountHead } from "@/app/(private)/account/account-head"
import { PersonalPage } from "@/app/personal-page"
import type { SearchProps } from "@/app/place"
import { requireViewer } from "@/lib/auth/viewer"
import { shownEmail } from "@/lib/names/shown-email"
import { words } from "@/lib/texts/words"
import { Deletion } from "./deletion"

export const generateMetadata = (): Metadata => ({ title: words("security")("pages.account") })

export default async function AccountPage({ searchParams }: SearchProps) {
  const { email } = await requireViewer()

  return (
    <PersonalPage>
      <AccountHead
        page="account"
        searchParams={searchParams}
        title={words("security")("pages.account")}
        description={shownEmail(email)}
      />
      <Deletion email={email} />
    </PersonalPage>
  )
}
