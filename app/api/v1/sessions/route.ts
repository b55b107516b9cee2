import { endpoint } from "@/lib/api/endpoint"
import { listSessions as operation } from "@/lib/api/operations"
import { sessionOf } from "@/lib/api/views"
import { listSessions } from "@/lib/db/session-list"
import { ok } from "@/lib/tokens"

export const GET = endpoint(operation, async ({ caller: { owner, token } }) => {
  const live = (await listSessions(owner.id)).filter(({ status }) => status === "active")
  return ok({ sessions: live.map((session) => sessionOf(session.token, token.id)) })
})
