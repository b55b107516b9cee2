import type { Metadata } from "next"
import type { SearchParams } from "@/app/(private)/admin/search-params"
import { PersonalPage } from "@/app/personal-page"
import { PlaceCredit } from "@/app/place-credit"
import { sessionView } from "@/app/session-view"
import { PageHeader } from "@/components/ui/page-header"
import { Pager } from "@/components/ui/pager"
import { requireAdmin } from "@/lib/auth/viewer"
import { sessionDirectory } from "@/lib/db/lists/session-directory"
import { texts } from "@/lib/texts"
import { lengths } from "@/lib/texts/lengths"
import { EveryoneOut } from "./everyone-out"
import { parseSearch, sessionsHref } from "./search"
import { SessionFilter } from "./session-filter"
import { SessionTable } from "./session-table"

const words = texts.admin.sessions
const countedAtMost = 1_000

export const metadata: Metadata = { title: words.title }

interface SessionsPageProps {
  readonly searchParams: SearchParams
}

export default async function SessionsPage({ searchParams }: SessionsPageProps) {
  const { session, now } = await requireAdmin()
  const search = parseSearch(await searchParams)
  const directory = sessionDirectory()
  const { items, previous, next } = await directory.page(search)
  const count = await directory.count(search, countedAtMost + 1)
  const sessions = items.map((found) => ({ ...sessionView(found), owner: found.owner }))

  return (
    <PersonalPage width="wide">
      <PageHeader title={words.title} description={words.description(lengths.ended)} />
      <SessionFilter search={search} />
      <SessionTable sessions={sessions} search={search} currentId={session.id} now={now}>
        {texts.admin.table.found(count, countedAtMost, words.forms)}
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
