import { ok } from "log-out-everywhere"
import { endpoint } from "@/lib/api/endpoint"
import { logOutOthers } from "@/lib/api/operations"
import { endedOf } from "@/lib/api/views"
import { parts } from "@/lib/db/parts"
import { logOutInScope } from "@/lib/users/log-in/log-out"
import { otherDevices } from "@/lib/users/ports/scopes"

export const POST = endpoint(logOutOthers, async ({ caller: { actor } }) => {
  const result = await logOutInScope(parts(), actor, otherDevices(actor.tokenId))
  return result.ok ? ok(endedOf(result.value)) : result
})
