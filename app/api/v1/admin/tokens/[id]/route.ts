import { fail } from "log-out-everywhere"
import { endpoint } from "@/lib/api/endpoint"
import { revokeToken as operation } from "@/lib/api/operations"
import { oneEnded } from "@/lib/api/views"
import { findTokenById } from "@/lib/db/lists/tokens"
import { parts } from "@/lib/db/parts"
import { revokeToken } from "@/lib/users/account/api-token"

export const DELETE = endpoint(operation, async ({ caller: { actor }, params: { id } }) => {
  const token = await findTokenById(id)
  return token ? oneEnded(await revokeToken(parts(), actor, token)) : fail("not_found")
})
