import { endpoint } from "@/lib/api/endpoint"
import { revokeSession as operation } from "@/lib/api/operations"
import { oneEnded } from "@/lib/api/views"
import { transact } from "@/lib/db/stores"
import { revokeSession } from "@/lib/users/log-out"

export const DELETE = endpoint(operation, async ({ caller: { actor }, params: { id } }) =>
  oneEnded(await revokeSession(transact, actor, id)),
)
