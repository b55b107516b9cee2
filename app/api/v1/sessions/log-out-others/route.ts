import { endpoint } from "@/lib/api/endpoint"
import { logOutOthers } from "@/lib/api/operations"
import { endedOf } from "@/lib/api/views"
import { transact } from "@/lib/db/stores"
import { ok } from "@/lib/tokens"
import { logOutInScope } from "@/lib/users/log-out"
import { otherDevices } from "@/lib/users/scopes"

export const POST = endpoint(logOutOthers, async ({ caller: { actor, token } }) =>
  ok(endedOf(await logOutInScope(transact, actor, otherDevices(token.id)))),
)
