import { endpoint } from "@/lib/api/endpoint"
import { revokeToken as operation } from "@/lib/api/operations"
import { transact } from "@/lib/db/stores"
import { findTokenById } from "@/lib/db/token-by-id"
import { fail, ok } from "@/lib/tokens"
import { revokeToken } from "@/lib/users/api-token"

export const DELETE = endpoint(operation, async ({ caller: { actor }, params: { id } }) => {
  const token = await findTokenById(id)
  const count = token ? await revokeToken(transact, actor, token) : 0
  return count > 0 ? ok(null) : fail("not_found")
})
