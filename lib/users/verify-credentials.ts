import { parseEmail } from "@/lib/names/email"
import { fail, ok, type Proof, type Result } from "@/lib/tokens"
import { verifyPassword } from "./password"
import type { AuditLog, UserStore } from "./stores"
import type { Attempt, Throttle } from "./throttle"

export interface LogInDoors {
  readonly users: UserStore
  readonly throttle: Throttle
  readonly audit: AuditLog
}

/**
 * Checks an e-mail address and a password, and returns the proof with the epoch that stood beside the
 * verified hash.
 *
 * Unknown address, wrong password, no password and disabled account are one failure, in one time.
 */
export async function verifyCredentials(
  { users, throttle, audit }: LogInDoors,
  attempt: Attempt,
  password: string,
): Promise<Result<Proof, "wrong_credentials" | "throttled">> {
  const email = parseEmail(attempt.email)
  if (email === null) return fail("wrong_credentials")
  const tried = { ...attempt, email }
  const nobody = { actorId: null, targetId: null, address: tried.address }
  const stop = await throttle.begin(tried)
  if (stop) {
    await audit.appendCounted({ action: "log_in_throttled", ...nobody }, stop.count)
    return fail("throttled")
  }

  const credential = await users.findCredential({ email: tried.email })
  const isRight = await verifyPassword(credential?.passwordHash ?? null, password)
  if (!credential || !isRight || credential.isDisabled) {
    const failed = {
      action: "log_in_failed",
      ...nobody,
      targetId: credential?.userId ?? null,
    } as const
    await audit.append(failed)
    return fail("wrong_credentials")
  }

  await throttle.succeed(tried)
  const { userId, epoch, role } = credential
  return ok({ userId, epoch, role, method: "password" })
}
