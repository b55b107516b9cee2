import { PreviewSweep } from "@/app/(private)/admin/sessions/revocations/preview-sweep"
import { sessionView } from "@/app/session-view"
import { Notice } from "@/components/ui/notice"
import { Pager } from "@/components/ui/pager"
import { type FoundToken, tokenDirectory } from "@/lib/db/desk/token-directory"
import { shownEmail } from "@/lib/names/shown-email"
import { foundCount } from "@/lib/texts/counts"
import { words } from "@/lib/texts/words"
import { ExportForm } from "./export-form"
import { filterOf, filterWords, type SessionSearch, sessionsHref } from "./search"
import type { SessionRow } from "./session-rows"
import { SessionTable } from "./session-table"

interface FoundSessionsProps {
  readonly search: SessionSearch
  /** The administrator's own session. */
  readonly currentId: string
  readonly now: Date
}

/** What the filter finds. Nothing by half a filter: where one of its fields is not understood, that is said. */
export async function FoundSessions({ search, currentId, now }: FoundSessionsProps) {
  const t = words("desk")
  const { filter, problems } = filterOf(search.query, now)
  if (!filter) {
    return (
      <Notice tone="danger">
        {problems.map((field) => (
          <p key={field}>{t(`problems.${field}`)}</p>
        ))}
      </Notice>
    )
  }
  const found = await tokenDirectory().page(filter, search, search)
  if (!found.ok) return <Notice tone="care">{t("tooWide")}</Notice>

  const { items, previous, next, count } = found.value
  return (
    <>
      <SessionTable sessions={items.map(rowOf)} search={search} currentId={currentId}>
        {foundCount(filter.purpose, count)}
      </SessionTable>
      {filter.status !== "revoked" && items.some(({ status }) => status === "active") && (
        <PreviewSweep query={filterWords(search.query)} />
      )}
      {items.length > 0 && <ExportForm query={search.query} />}
      <Pager
        previous={previous && sessionsHref(search, { before: previous })}
        next={next && sessionsHref(search, { after: next })}
      />
    </>
  )
}

function rowOf({ owner, ...session }: FoundToken): SessionRow {
  const { device, ...view } = sessionView(session)
  const { purpose } = session.token
  return {
    id: view.id,
    address: view.address,
    place: view.place,
    addressAndPlace: view.addressAndPlace,
    status: view.status,
    lastActiveAt: view.lastActiveAt,
    startedAt: view.startedAt,
    end: view.end,
    ...device,
    ...(purpose !== "session" && { title: words("policy")(`purposes.${purpose}`) }),
    ownerId: owner.id,
    email: shownEmail(owner.email),
    name: owner.name,
  }
}
