import type { TokenStatus } from "log-out-everywhere"
import { z } from "zod"
import { hrefOf, oneOf, place, searchText } from "@/app/(private)/admin/search-params"
import type { SessionSearch, SessionSort } from "@/lib/db/lists/session-directory"
import type { DeviceKind } from "@/lib/names/client"

export const sessionsPath = "/admin/sessions"

export const statuses: readonly TokenStatus[] = ["active", "idle", "expired", "revoked"]
export const deviceKinds: readonly DeviceKind[] = [
  "desktop",
  "phone",
  "tablet",
  "script",
  "unknown",
]
/** What the address says of a list with every status: at first the live ones are listed. */
export const anyStatus = "any"
const sorts: readonly SessionSort[] = ["active", "started", "email"]

const Search = z
  .object({
    q: searchText,
    status: z
      .enum([...statuses, anyStatus])
      .catch("active")
      .transform((status) => (status === anyStatus ? null : status)),
    device: oneOf(deviceKinds),
    sort: z.enum(sorts).catch("active"),
    order: oneOf(["asc", "desc"]),
    after: place,
    before: place,
  })
  .transform(
    ({ q: text, device: deviceKind, order, ...rest }): SessionSearch => ({
      ...rest,
      text,
      deviceKind,
      isDescending: order ? order === "desc" : isDescendingAtFirst(rest.sort),
    }),
  )

export const parseSearch = (params: object): SessionSearch => Search.parse(params)

/** The address of a list. Its page is the first, unless a place is given. */
export function sessionsHref(
  { text, status, deviceKind, sort, isDescending }: SessionSearch,
  place: { readonly after: string } | { readonly before: string } | null = null,
): string {
  const isUsual = isDescending === isDescendingAtFirst(sort)
  return hrefOf(sessionsPath, {
    q: text,
    status: status === "active" ? null : (status ?? anyStatus),
    device: deviceKind,
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
