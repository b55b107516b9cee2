import type { Metadata } from "next"
import { AccountHead } from "@/app/(private)/account/account-head"
import { PersonalPage } from "@/app/personal-page"
import type { SearchParams } from "@/app/place"
import { requireViewer } from "@/lib/auth/viewer"
import { texts } from "@/lib/texts"
import { Browsers } from "./browsers"

const { title, hint } = texts.browsers

export const metadata: Metadata = { title }

interface BrowsersPageProps {
  readonly searchParams: SearchParams
}

export default async function BrowsersPage({ searchParams }: BrowsersPageProps) {
  const { userId, session, now } = await requireViewer()

  return (
    <PersonalPage>
      <AccountHead page="browsers" searchParams={searchParams} title={title} description={hint} />
      <Browsers userId={userId} session={session} now={now} />
    </PersonalPage>
  )
}
