import { ok } from "log-out-everywhere"
import { endpoint } from "@/lib/api/endpoint"
import { listTokens } from "@/lib/api/operations"
import { ownedTokenOf } from "@/lib/api/views"
import { tokenDirectory } from "@/lib/db/desk/token-directory"
import { readTokenFilter, wordsOfText } from "@/lib/names/token-filter"

const order = { sort: "active", isDescending: true } as const

export const GET = endpoint(
  listTokens,
  async ({ caller, query: { q, purpose, status, after } }) => {
    const query = { ...wordsOfText(q), purpose, status: status ?? "any" }
    const { filter } = readTokenFilter(query, caller.now)
    if (!filter) throw new Error("The schema of the operation admits what the filter does not.")
    const page = await tokenDirectory().exactPage(filter, order, { after })
    if (!page.ok) return page
    return ok({ tokens: page.value.items.map(ownedTokenOf), next: page.value.next })
  },
)
