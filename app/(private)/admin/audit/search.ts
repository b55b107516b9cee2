import { z } from "zod"
import { hrefOf, oneOf, place, searchText } from "@/app/(private)/admin/search-params"
import { auditActions } from "@/lib/names/audit-action"

export const auditPath = "/admin/audit"

const Search = z.object({
  action: oneOf(auditActions),
  /** As it was typed: an e-mail address or an id. */
  person: searchText,
  after: place,
  before: place,
})

export const parseSearch = (params: object) => Search.parse(params)

export function auditHref(
  { action, person }: Partial<Pick<z.infer<typeof Search>, "action" | "person">>,
  place: { readonly after: string } | { readonly before: string } | null = null,
): string {
  return hrefOf(auditPath, { action, person, ...place })
}
