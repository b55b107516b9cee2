import type { Metadata } from "next"
import { choicesOf } from "@/app/(private)/admin/filter/filter"
import { FilterForm } from "@/app/(private)/admin/filter/filter-form"
import { PersonalPage } from "@/app/personal-page"
import type { SearchProps } from "@/app/place"
import { LiveList } from "@/components/shell/live-list"
import { ButtonLink } from "@/components/ui/button"
import { Notice } from "@/components/ui/notice"
import { PageHeader } from "@/components/ui/page-header"
import { Pager } from "@/components/ui/pager"
import { SkipPast } from "@/components/ui/skip-past"
import { readOutcome } from "@/lib/auth/outcome"
import { requireAdmin } from "@/lib/auth/viewer"
import { userDirectory } from "@/lib/db/lists/user-directory"
import { alsoEnded, shownCount } from "@/lib/texts/counts"
import { group, words } from "@/lib/texts/words"
import { parseSearch, usersHref, usersPath } from "./search"
import { UserTable } from "./user-table"

const countedAtMost = 1_000

export const generateMetadata = (): Metadata => ({ title: words("users")("title") })

export default async function UsersPage({ searchParams }: SearchProps) {
  const t = words("users")
  const { userId } = await requireAdmin()
  const params = await searchParams
  const search = parseSearch(params)
  const deleted = await readOutcome(usersPath, params)
  const { items, previous, next } = await userDirectory().page(search)
  const count = await userDirectory().count(search, countedAtMost + 1)
  const isFiltered = search.text !== "" || search.role !== null || search.state !== null

  return (
    <PersonalPage rooms={["filterForm"]} width="wide">
      <PageHeader
        title={t("title")}
        description={t("description")}
        aside={<ButtonLink href="/admin/users/new">{t("invite")}</ButtonLink>}
      />
      {deleted && (
        <Notice tone="good" role="status">
          {alsoEnded(t("deleted"), deleted.ended)}
        </Notice>
      )}
      <FilterForm
        path={usersPath}
        isFiltered={isFiltered}
        filters={[
          { label: t("search"), name: "q", value: search.text },
          {
            label: t("role"),
            name: "role",
            value: search.role ?? "",
            choices: choicesOf(group("users", "roles")),
          },
          {
            label: t("state"),
            name: "state",
            value: search.state ?? "",
            choices: choicesOf(group("users", "states")),
          },
        ]}
      />
      <SkipPast id="after-users">
        <UserTable users={items} ownId={userId} />
      </SkipPast>
      <Pager
        previous={previous && usersHref(search, { before: previous })}
        next={next && usersHref(search, { after: next })}
      >
        {t("found", { count, shown: shownCount(count, countedAtMost) })}
      </Pager>
      <LiveList of="everyone" />
    </PersonalPage>
  )
}
