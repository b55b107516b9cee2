import { fail, ok, type Result } from "log-out-everywhere"
import { asAdministrator } from "./acting"
import type { TransactStores } from "./stores"
import type { Throttle } from "./throttle"
import type { Actor } from "./user"

/** Forgets a person's failed log-ins, for an owner whom somebody else's guessing has locked out. */
export async function allowLogIns(
  throttle: Throttle,
  transact: TransactStores,
  by: Actor,
  userId: string,
): Promise<Result<null, "not_found" | "session_ended">> {
  const allowed = await asAdministrator(transact, by, async ({ users, audit }) => {
    const user = await users.lock(userId)
    if (!user) return fail("not_found")
    await audit.append({
      action: "allow_log_ins",
      actorId: by.userId,
      targetId: userId,
      address: by.address,
    })
    return ok(user.email)
  })
  if (!allowed.ok) return allowed
  await throttle.clear(allowed.value)
  return ok(null)
}
