import { fail, ok, type Proof, type Result } from "log-out-everywhere"
import { parseEmail } from "@/lib/names/email"
import { entryOf } from "@/lib/users/audit-entry"
import type { Parts } from "@/lib/users/ports/parts"
import type { Attempt } from "@/lib/users/ports/throttle"
import type { Credential } from "@/lib/users/ports/user"
import { verifyPassword } from "./password"

export interface LogInRefusal {
  readonly why: "unknown_account" | "no_password" | "wrong_password" | "disabled"
  readonly userId: string | null
}

/**
 * Checks an e-mail address and a password, and returns the proof with the epoch that stood beside the
 * verified hash. `tell` hears what was wrong, which the person who tries must not learn.
 *
 * Unknown address, wrong password, no password and disabled account are one failure, in one time.
 */
export async function verifyCredentials(
  { stores: { users, audit }, throttle }: Pick<Parts, "stores" | "throttle">,
  attempt: Attempt,
  password: string,
  tell: (refusal: LogInRefusal) => void = () => {},
): Promise<Result<Proof, "wrong_credentials" | "throttled">> {
  const email = parseEmail(attempt.email)
  if (email === null) return fail("wrong_credentials")
  const tried = { ...attempt, email }
  const stranger = { userId: null, address: tried.address }
  const stop = await throttle.begin(tried)
  if (stop) {
    await audit.appendCounted(entryOf(stranger, { action: "log_in_throttled" }), stop.count)
    return fail("throttled")
  }

  const credential = await users.findCredential({ email: tried.email })
  const isRight = await verifyPassword(credential?.passwordHash ?? null, password)
  if (!credential || !isRight || credential.isDisabled) {
    const userId = credential?.userId ?? null
    await audit.append(entryOf(stranger, { action: "log_in_failed", targetId: userId }))
    tell({ why: whyRefused(credential, isRight), userId })
    return fail("wrong_credentials")
  }

  await throttle.succeed(tried)
  const { userId, epoch, role } = credential
  return ok({ userId, epoch, role, method: "password" })
}

function whyRefused(credential: Credential | null, isRight: boolean): LogInRefusal["why"] {
  if (!credential) return "unknown_account"
  if (!credential.passwordHash) return "no_password"
  return isRight ? "disabled" : "wrong_password"
}
