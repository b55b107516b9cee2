import type { Metadata } from "next"
import { AccountHead } from "@/app/(private)/account/account-head"
import { PersonalPage } from "@/app/personal-page"
import type { SearchParams } from "@/app/place"
import { requireViewer } from "@/lib/auth/viewer"
import { parts } from "@/lib/db/parts"
import { texts } from "@/lib/texts"
import { Connections } from "./connections"

const { connections, connectionsHint } = texts.security

export const metadata: Metadata = { title: connections }

interface ConnectionsPageProps {
  readonly searchParams: SearchParams
}

export default async function ConnectionsPage({ searchParams }: ConnectionsPageProps) {
  const { userId, hasPassword } = await requireViewer()

  return (
    <PersonalPage>
      <AccountHead
        page="connections"
        searchParams={searchParams}
        title={connections}
        description={connectionsHint}
      />
      <Connections linked={await parts().stores.accounts.list(userId)} hasPassword={hasPassword} />
    </PersonalPage>
  )
}
