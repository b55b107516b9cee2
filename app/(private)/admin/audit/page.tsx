import type { Metadata } from "next"
import { reportHref } from "@/app/(private)/admin/audit/report/search"
import { groupsOf } from "@/app/(private)/admin/filter/filter"
import { FilterForm } from "@/app/(private)/admin/filter/filter-form"
import { findPersonId } from "@/app/(private)/admin/person-id"
import { PersonalPage } from "@/app/personal-page"
import type { SearchProps } from "@/app/place"
import { PlaceCredit } from "@/app/place-credit"
import { once } from "@/app/runs"
import { ButtonLink } from "@/components/ui/button"
import { Notice } from "@/components/ui/notice"
import { PageHeader } from "@/components/ui/page-header"
import { Pager } from "@/components/ui/pager"
import { SkipPast } from "@/components/ui/skip-past"
import { requireAdmin } from "@/lib/auth/viewer"
import { auditDirectory } from "@/lib/db/lists/audit-directory"
import { auditActionGroups } from "@/lib/names/audit-action"
import { parseNetworkRange } from "@/lib/names/network-range"
import { group, words } from "@/lib/texts/words"
import { EventList } from "./event-list"
import { auditHref, auditPath, parseSearch, spanOf } from "./search"

export const generateMetadata = (): Metadata => ({ title: words("audit")("title") })

export default async function AuditPage({ searchParams }: SearchProps) {
  const t = words("audit")
  await requireAdmin()
  const search = parseSearch(await searchParams)
  const personId = await findPersonId(search.person)
  const isUnknown = search.person !== "" && personId === null
  const network = search.address === "" ? null : parseNetworkRange(search.address)
  const isNoNetwork = search.address !== "" && network === null
  const problem = isUnknown ? t("unknownPerson") : isNoNetwork ? t("noNetwork") : null
  const { items, previous, next } = problem
    ? nothing
    : await auditDirectory().page({ ...search, ...spanOf(search), personId, network })

  return (
    <PersonalPage rooms={["filterForm"]} width="wide">
      <PageHeader
        title={t("title")}
        description={t("description")}
        aside={
          <ButtonLink href={reportHref({ from: search.from, until: search.until })} size="sm">
            {words("report")("title")}
          </ButtonLink>
        }
      />
      <FilterForm
        path={auditPath}
        isFiltered={auditHref(search) !== auditPath}
        filters={[
          { label: t("person"), name: "person", value: search.person },
          {
            label: t("action"),
            name: "action",
            value: search.action ?? "",
            choices: groupsOf(
              auditActionGroups,
              group("audit", "groups"),
              group("audit", "actions"),
            ),
          },
          { label: t("address"), name: "address", value: search.address },
          { label: t("from"), name: "from", value: search.from ?? "", type: "datetime-local" },
          { label: t("until"), name: "until", value: search.until ?? "", type: "datetime-local" },
        ]}
      />
      {problem ? (
        <Notice>{problem}</Notice>
      ) : (
        <SkipPast id="after-entries">
          <EventList runs={items.map(once)} />
        </SkipPast>
      )}
      {!problem && (
        <Pager
          previous={previous && auditHref(search, { before: previous })}
          next={next && auditHref(search, { after: next })}
        />
      )}
      <PlaceCredit />
    </PersonalPage>
  )
}

const nothing = { items: [], previous: null, next: null }
