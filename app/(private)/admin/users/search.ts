import { z } from "zod"
import { hrefOf, oneOf, searchText } from "@/app/(private)/admin/search-params"
import { place } from "@/app/place"
import { type UserSearch, userStates } from "@/lib/db/lists/user-directory"
import { roles } from "@/lib/names/role"

export const usersPath = "/admin/users"

const Search = z
  .object({
    q: searchText,
    role: oneOf(roles),
    state: oneOf(userStates),
    after: place,
    before: place,
  })
  .transform(({ q: text, ...rest }): UserSearch => ({ ...rest, text }))

export const parseSearch = (params: object): UserSearch => Search.parse(params)

export function usersHref(
  { text: q, role, state }: UserSearch,
  place: { readonly after: string } | { readonly before: string },
): string {
  return hrefOf(usersPath, { q, role, state, ...place })
}
