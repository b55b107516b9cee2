import type { Metadata } from "next"
import { ChoiceField, FilterForm, SearchField } from "@/app/(private)/admin/filter-form"
import type { SearchParams } from "@/app/(private)/admin/search-params"
import { PersonalPage } from "@/app/personal-page"
import { ButtonLink } from "@/components/ui/button"
import { Notice } from "@/components/ui/notice"
import { PageHeader } from "@/components/ui/page-header"
import { Pager } from "@/components/ui/pager"
import { readOutcome } from "@/lib/auth/outcome"
import { requireAdmin } from "@/lib/auth/viewer"
import { userDirectory } from "@/lib/db/lists/user-directory"
import { texts } from "@/lib/texts"
import { parseSearch, stateOf, usersHref, usersPath } from "./search"
import { UserTable } from "./user-table"

const words = texts.admin.users
const countedAtMost = 1_000

export const metadata: Metadata = { title: words.title }

interface UsersPageProps {
  readonly searchParams: SearchParams
}

export default async function UsersPage({ searchParams }: UsersPageProps) {
  const { userId, now } = await requireAdmin()
  const params = await searchParams
  const search = parseSearch(params)
  const deleted = await readOutcome(usersPath, params)
  const { items, previous, next } = await userDirectory().page(search)
  const count = await userDirectory().count(search, countedAtMost + 1)
  const isFiltered = search.text !== "" || search.role !== null || search.isDisabled !== null

  return (
    <PersonalPage width="wide">
      <PageHeader
        title={words.title}
        description={words.description}
        aside={<ButtonLink href="/admin/users/new">{words.invite}</ButtonLink>}
      />
      {deleted && (
        <Notice tone="good" role="status">
          {words.deleted(deleted.ended)}
        </Notice>
      )}
      <FilterForm path={usersPath} isFiltered={isFiltered}>
        <SearchField label={words.search} name="q" value={search.text} />
        <ChoiceField label={words.role} name="role" value={search.role} choices={words.roles} />
        <ChoiceField
          label={words.state}
          name="state"
          value={stateOf(search)}
          choices={words.states}
        />
      </FilterForm>
      <UserTable users={items} ownId={userId} now={now} />
      <Pager
        previous={previous && usersHref(search, { before: previous })}
        next={next && usersHref(search, { after: next })}
      >
        {texts.admin.table.found(count, countedAtMost, words.forms)}
      </Pager>
    </PersonalPage>
  )
}
