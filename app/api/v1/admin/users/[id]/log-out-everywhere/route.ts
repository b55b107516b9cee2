import { ok, totalOf } from "log-out-everywhere"
import { authentication } from "@/authentication"
import { endpoint } from "@/lib/api/endpoint"
import { logUserOut as operation } from "@/lib/api/operations"
import { parts } from "@/lib/db/parts"
import { logUserOut } from "@/lib/users/admin/log-user-out"

export const POST = endpoint(operation, async ({ caller, params: { id: userId }, body }) => {
  const { purposes } = authentication.logOutEverywhere
  const asked = { userId, purposes, reason: body.reason || null }
  const result = await logUserOut(parts(), caller.actor, asked)
  return result.ok ? ok({ ended: totalOf(result.value) }) : result
})
