import type { Metadata } from "next"
import type { SearchParams } from "@/app/(private)/admin/search-params"
import { PersonalPage } from "@/app/personal-page"
import { PlaceCredit } from "@/app/place-credit"
import { sessionView } from "@/app/session-view"
import { PageHeader } from "@/components/ui/page-header"
import { Pager } from "@/components/ui/pager"
import { requireAdmin } from "@/lib/auth/viewer"
import { sessionDirectory } from "@/lib/db/lists/session-directory"
import { countOf } from "@/lib/texts/counts"
import { lengths } from "@/lib/texts/lengths"
import { words } from "@/lib/texts/words"
import { EveryoneOut } from "./everyone-out"
import { parseSearch, sessionsHref } from "./search"
import { SessionFilter } from "./session-filter"
import { SessionTable } from "./session-table"

const countedAtMost = 1_000

export const generateMetadata = (): Metadata => ({ title: words("sessions")("title") })

interface SessionsPageProps {
  readonly searchParams: SearchParams
}

export default async function SessionsPage({ searchParams }: SessionsPageProps) {
  const t = words("sessions")
  const { session, now } = await requireAdmin()
  const search = parseSearch(await searchParams)
  const directory = sessionDirectory()
  const { items, previous, next } = await directory.page(search)
  const count = await directory.count(search, countedAtMost + 1)
  const sessions = items.map((found) => ({ ...sessionView(found), owner: found.owner }))

  return (
    <PersonalPage rooms={["everyoneOutForm", "filterForm", "selection"]} width="wide">
      <PageHeader title={t("title")} description={t("description", { kept: lengths.ended() })} />
      <SessionFilter search={search} />
      <SessionTable sessions={sessions} search={search} currentId={session.id} now={now}>
        {countOf("session", count, countedAtMost)}
      </SessionTable>
      <Pager
        previous={previous && sessionsHref(search, { before: previous })}
        next={next && sessionsHref(search, { after: next })}
      />
      <EveryoneOut />
      <PlaceCredit />
    </PersonalPage>
  )
}
