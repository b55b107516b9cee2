import { ok } from "log-out-everywhere"
import { endpoint } from "@/lib/api/endpoint"
import { readMe } from "@/lib/api/operations"
import { toldOf } from "@/lib/api/views"

export const GET = endpoint(readMe, async ({ caller: { owner, token, purpose } }) => {
  const { id, email, name, role } = owner
  return ok({ id, email, name, role, token: { ...toldOf(token), purpose } })
})
