import { z } from "zod"
import { hrefOf, oneOf, place, searchText } from "@/app/(private)/admin/search-params"
import { auditActions } from "@/lib/names/audit-action"

export const auditPath = "/admin/audit"

/** "2026-11-29", as a browser writes it. */
const day = z.iso.date().nullable().catch(null)

const Search = z.object({
  action: oneOf(auditActions),
  /** As it was typed: an e-mail address or an id. */
  person: searchText,
  from: day,
  until: day,
  after: place,
  before: place,
})

export const parseSearch = (params: object) => Search.parse(params)

export type AuditSearch = z.infer<typeof Search>

/** From the beginning of the one day to the end of the other, in UTC. */
export const spanOf = ({ from, until }: Pick<AuditSearch, "from" | "until">) => ({
  from: from === null ? null : new Date(from),
  until: until === null ? null : new Date(+new Date(until) + dayMs),
})

const dayMs = 24 * 60 * 60_000

export function auditHref(
  search: Partial<Omit<AuditSearch, "after" | "before">>,
  place: { readonly after: string } | { readonly before: string } | null = null,
): string {
  const { action, person, from, until } = search
  return hrefOf(auditPath, { action, person, from, until, ...place })
}
