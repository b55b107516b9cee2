import type { Metadata } from "next"
import type { SearchParams } from "@/app/(private)/admin/search-params"
import { PersonalPage } from "@/app/personal-page"
import { PlaceCredit } from "@/app/place-credit"
import { sessionView } from "@/app/session-view"
import { PageHeader } from "@/components/ui/page-header"
import { Pager } from "@/components/ui/pager"
import { requireAdmin } from "@/lib/auth/viewer"
import { type FoundSession, sessionDirectory } from "@/lib/db/lists/session-directory"
import { shownEmail } from "@/lib/names/shown-email"
import { countOf } from "@/lib/texts/counts"
import { lengths } from "@/lib/texts/lengths"
import { words } from "@/lib/texts/words"
import { EveryoneOut } from "./everyone-out"
import { parseSearch, sessionsHref } from "./search"
import { SessionFilter } from "./session-filter"
import type { SessionRow } from "./session-rows"
import { SessionTable } from "./session-table"

const countedAtMost = 1_000

export const generateMetadata = (): Metadata => ({ title: words("sessions")("title") })

interface SessionsPageProps {
  readonly searchParams: SearchParams
}

export default async function SessionsPage({ searchParams }: SessionsPageProps) {
  const t = words("sessions")
  const { session } = await requireAdmin()
  const search = parseSearch(await searchParams)
  const directory = sessionDirectory()
  const { items, previous, next } = await directory.page(search)
  const count = await directory.count(search, countedAtMost + 1)

  return (
    <PersonalPage
      rooms={[
        "everyoneOutForm",
        "filterForm",
        "revokeSession",
        "selection",
        "sessionCard",
        "sessionRow",
      ]}
      width="wide"
    >
      <PageHeader title={t("title")} description={t("description", { kept: lengths.ended() })} />
      <SessionFilter search={search} />
      <SessionTable sessions={items.map(rowOf)} search={search} currentId={session.id}>
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

function rowOf({ owner, ...session }: FoundSession): SessionRow {
  const { device, ...view } = sessionView(session)
  const { id, address, place, addressAndPlace, status, lastActiveAt, startedAt, end } = view
  return {
    ...{ id, address, place, addressAndPlace, status, lastActiveAt, startedAt, end },
    ...device,
    ownerId: owner.id,
    email: shownEmail(owner.email),
    name: owner.name,
  }
}
