import { z } from "zod"
import { hrefOf, oneOf, place, searchText } from "@/app/(private)/admin/search-params"
import type { UserSearch } from "@/lib/db/lists/user-directory"
import { roles } from "@/lib/names/role"

export const usersPath = "/admin/users"

const Search = z
  .object({
    q: searchText,
    role: oneOf(roles),
    state: oneOf(["enabled", "disabled"]),
    after: place,
    before: place,
  })
  .transform(
    ({ q: text, state, ...rest }): UserSearch => ({
      ...rest,
      text,
      isDisabled: state && state === "disabled",
    }),
  )

export const parseSearch = (params: object): UserSearch => Search.parse(params)

export const stateOf = ({ isDisabled }: Pick<UserSearch, "isDisabled">) =>
  isDisabled === null ? null : isDisabled ? "disabled" : "enabled"

export function usersHref(
  search: UserSearch,
  place: { readonly after: string } | { readonly before: string },
): string {
  return hrefOf(usersPath, { q: search.text, role: search.role, state: stateOf(search), ...place })
}
