import { endpoint } from "@/lib/api/endpoint"
import { revokeSecret } from "@/lib/api/operations"
import { stores, transact } from "@/lib/db/stores"
import { hashSecret, ok } from "@/lib/tokens"
import { revokeToken } from "@/lib/users/api-token"

export const POST = endpoint(revokeSecret, async ({ caller: { actor }, body }) => {
  const found = await stores().tokens.findByHash(hashSecret(body.token))
  if (found) await revokeToken(transact, actor, found.token)
  return ok(null)
})
