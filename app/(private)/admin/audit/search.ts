import { z } from "zod"
import { hrefOf, oneOf, searchText } from "@/app/(private)/admin/search-params"
import { place } from "@/app/place"
import { auditActionGroups, auditActions } from "@/lib/names/audit-action"

export const auditPath = "/admin/audit"

/** Every action but log-ins, log-outs and proofs, of which there are too many. */
export const changeActions = auditActions.filter(
  (action) => !(auditActionGroups.log_ins as readonly string[]).includes(action),
)

/** "2026-11-29T14:00", in UTC and as a browser writes it; of a day alone this much after its beginning. */
const minute = (afterMs: number) =>
  z
    .union([z.iso.datetime({ local: true, precision: -1 }), z.iso.date()])
    .transform((text) => (text.includes("T") ? text : textOf(+new Date(text) + afterMs)))
    .pipe(z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/))
    .nullable()
    .catch(null)

/** A moment as such a field has it. */
export const textOf = (at: number): string => new Date(at).toISOString().replace(/:\d\d\.\d+Z$/, "")

const dayMs = 24 * 60 * 60_000

const Search = z.object({
  action: oneOf(auditActions),
  /** As it was typed: an e-mail address or an id. */
  person: searchText,
  from: minute(0),
  until: minute(dayMs),
  /** As it was typed: an address or a range of them. */
  address: searchText,
  after: place,
  before: place,
})

export const parseSearch = (params: object) => Search.parse(params)

export type AuditSearch = z.infer<typeof Search>

/** From the one moment until the other. */
export const spanOf = ({ from, until }: Pick<AuditSearch, "from" | "until">) => ({
  from: from === null ? null : new Date(`${from}Z`),
  until: until === null ? null : new Date(`${until}Z`),
})

/** What an address may say of a list; what says nothing is left out. */
type AuditFilter = {
  readonly [Name in Exclude<keyof AuditSearch, "after" | "before">]?: AuditSearch[Name] | undefined
}

export function auditHref(
  { action, person, address, from, until }: AuditFilter,
  place: { readonly after: string } | { readonly before: string } | null = null,
): string {
  return hrefOf(auditPath, { action, person, address, from, until, ...place })
}
