import { ok } from "log-out-everywhere"
import { endpoint } from "@/lib/api/endpoint"
import { listSessions as operation } from "@/lib/api/operations"
import { sessionOf } from "@/lib/api/views"
import { sessionsOf } from "@/lib/db/lists/session-list"

export const GET = endpoint(operation, async ({ caller: { owner, token }, query }) => {
  const { cursor: after, limit: size } = query
  const { items, next } = await sessionsOf(owner.id).exactLive(token, { after, size })
  return ok({ sessions: items.map((session) => sessionOf(session.token, token.id)), next })
})
