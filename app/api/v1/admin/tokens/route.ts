import { ok } from "log-out-everywhere"
import { endpoint } from "@/lib/api/endpoint"
import { listTokens } from "@/lib/api/operations"
import { ownedTokenOf } from "@/lib/api/views"
import { sessionDirectory } from "@/lib/db/lists/session-directory"

export const GET = endpoint(listTokens, async ({ query: { q, purpose, status, after } }) => {
  const filter = { text: q.trim(), purpose, status: status ?? null, deviceKind: null }
  const order = { sort: "active", isDescending: true } as const
  const { items, next } = await sessionDirectory().exactPage({ ...filter, ...order, after })
  return ok({ tokens: items.map(ownedTokenOf), next })
})
