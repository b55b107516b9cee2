import { hashSecret, ok } from "log-out-everywhere"
import { endpoint } from "@/lib/api/endpoint"
import { revokeSecret } from "@/lib/api/operations"
import { parts } from "@/lib/db/parts"
import { revokeToken } from "@/lib/users/account/api-token"

/** RFC 7009 2.2: a secret that is none, or is over, is answered as one that ended. */
export const POST = endpoint(revokeSecret, async ({ caller: { actor }, body }) => {
  const found = await parts().stores.tokens.findByHash(hashSecret(body.token))
  const result = found ? await revokeToken(parts(), actor, found.token) : ok(0)
  return result.ok ? ok(null) : result
})
