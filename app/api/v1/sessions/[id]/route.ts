import { endpoint } from "@/lib/api/endpoint"
import { revokeSession as operation } from "@/lib/api/operations"
import { transact } from "@/lib/db/stores"
import { findTokenById } from "@/lib/db/token-by-id"
import { fail, ok } from "@/lib/tokens"
import { revokeSession } from "@/lib/users/log-out"

export const DELETE = endpoint(operation, async ({ caller: { actor }, params: { id } }) => {
  const token = await findTokenById(id)
  if (token?.userId !== actor.userId || token.purpose !== "session") return fail("not_found")
  const count = await revokeSession(transact, actor, id)
  return count > 0 ? ok(null) : fail("not_found")
})
