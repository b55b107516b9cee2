import { ok } from "log-out-everywhere"
import { authentication } from "@/authentication"
import { endpoint } from "@/lib/api/endpoint"
import { logOutEverywhere } from "@/lib/api/operations"
import { endedOf } from "@/lib/api/views"
import { parts } from "@/lib/db/parts"
import { logOutInScope } from "@/lib/users/log-in/log-out"

/** A session's cookie stays, dead: by it the log-in page tells why. */
export const POST = endpoint(logOutEverywhere, async ({ caller: { actor } }) => {
  const { purposes } = authentication.logOutEverywhere
  const result = await logOutInScope(parts(), actor, { kind: "everywhere", purposes })
  return result.ok ? ok(endedOf(result.value)) : result
})
