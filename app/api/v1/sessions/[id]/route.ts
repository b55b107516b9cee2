import { endpoint } from "@/lib/api/endpoint"
import { revokeSession as operation } from "@/lib/api/operations"
import { oneEnded } from "@/lib/api/views"
import { parts } from "@/lib/db/parts"
import { revokeSession } from "@/lib/users/log-in/log-out"

export const DELETE = endpoint(operation, async ({ caller: { actor }, params: { id } }) =>
  oneEnded(await revokeSession(parts(), actor, id)),
)
