import { fail, ok, type Result } from "log-out-everywhere"
import { asAdministrator } from "@/lib/users/acting"
import { entryOf } from "@/lib/users/audit-entry"
import type { Parts } from "@/lib/users/ports/parts"
import type { Actor } from "@/lib/users/ports/user"

/** Forgets a person's failed log-ins, for an owner whom somebody else's guessing has locked out. */
export async function allowLogIns(
  parts: Pick<Parts, "transact" | "throttle">,
  by: Actor,
  userId: string,
): Promise<Result<null, "not_found" | "session_ended">> {
  const allowed = await asAdministrator(parts, by, async ({ users, audit }) => {
    const user = await users.lock(userId)
    if (!user) return fail("not_found")
    await audit.append(entryOf(by, { action: "allow_log_ins", targetId: userId }))
    return ok(user.email)
  })
  if (!allowed.ok) return allowed
  await parts.throttle.clear(allowed.value)
  return ok(null)
}
