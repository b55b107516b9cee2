import { z } from "zod"
import { hrefOf, oneOf, searchText } from "@/app/(private)/admin/search-params"
import { place } from "@/app/place"
import type { TokenOrder } from "@/lib/db/desk/token-directory"
import {
  filterFields,
  readTokenFilter,
  type TokenQuery,
  wordsOf,
  wordsOfText,
} from "@/lib/names/token-filter"

export const sessionsPath = "/admin/sessions"

const sorts = ["active", "started", "email"] as const

export type SessionSort = (typeof sorts)[number]

/** A filter as the page's address says it: `q` is what was typed where a person or an address may stand. */
export interface SessionQuery extends TokenQuery {
  readonly q?: string | undefined
}

export interface SessionSearch extends TokenOrder {
  readonly query: SessionQuery
  readonly after?: string | undefined
  readonly before?: string | undefined
}

const queryFields = ["q", ...filterFields] as const

const Search = z
  .object({
    ...Object.fromEntries(queryFields.map((field) => [field, searchText])),
    sort: z.enum(sorts).catch("active"),
    order: oneOf(["asc", "desc"]),
    after: place,
    before: place,
  })
  .transform(({ sort, order, after, before, ...said }): SessionSearch => {
    const query = Object.fromEntries(Object.entries(said).filter(([, text]) => text))
    const isDescending = order ? order === "desc" : isDescendingAtFirst(sort)
    return { query, sort, isDescending, after, before }
  })

export const parseSearch = (params: object): SessionSearch => Search.parse(params)

/** The filter's own words: what was typed for either is the one or the other, and the other fields go before it. */
export const filterWords = ({ q = "", ...query }: SessionQuery): TokenQuery => ({
  ...wordsOf({ ...wordsOfText(q) }),
  ...wordsOf(query),
})

/** `now` is the database's. */
export const filterOf = (query: SessionQuery, now: Date) => readTokenFilter(filterWords(query), now)

/** The address of a list. Its page is the first, unless a place is given. */
export function sessionsHref(
  { query, sort = "active", isDescending }: Partial<SessionSearch>,
  place: { readonly after: string } | { readonly before: string } | null = null,
): string {
  const isUsual = isDescending === undefined || isDescending === isDescendingAtFirst(sort)
  return hrefOf(sessionsPath, {
    ...query,
    sort: sort === "active" ? null : sort,
    order: isUsual ? null : isDescending ? "desc" : "asc",
    ...place,
  })
}

/** The same list sorted by this column; a second time, the other way round. */
export function sortedBy(search: SessionSearch, sort: SessionSort): SessionSearch {
  const isDescending = search.sort === sort ? !search.isDescending : isDescendingAtFirst(sort)
  return { ...search, sort, isDescending }
}

/** Names begin at A, times at the latest. */
const isDescendingAtFirst = (sort: SessionSort) => sort !== "email"
