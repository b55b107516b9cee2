import type { Device } from "log-out-everywhere"
import { parts } from "@/lib/db/parts"
import { log } from "@/lib/log"
import { networksOf } from "@/lib/names/network-address"
import { entryOf } from "@/lib/users/audit-entry"
import type { LogInRefusal } from "@/lib/users/log-in/verify-credentials"
import type { LogInFailure } from "./log-in-failure"

/**
 * Tells the operator what was wrong with an address and a password. The person is told one thing in
 * every case. The account is named by its id; an address that is nobody's is not written down.
 */
export function logWrongCredentials({ why, userId }: LogInRefusal, { address }: Device): void {
  log().info({ why, account: userId, address }, "log-in refused")
}

/** The same of everything else that a log-in can fail at. */
export function logRefusedLogIn(why: LogInFailure, method: string, { address }: Device): void {
  log().info({ why, method, address }, "log-in refused")
}

interface RefusedPerson {
  readonly method: string
  readonly userId: string | null
  readonly device: Device
}

/** The same, written down in the audit log: for a person who proved something, and has no way in by it. */
export async function refuseLogIn(
  why: LogInFailure,
  { method, userId, device }: RefusedPerson,
): Promise<void> {
  logRefusedLogIn(why, method, device)
  const { address } = device
  const failed = { action: "log_in_failed", targetId: userId, details: { method } } as const
  const door = `${method}:${userId ?? networksOf(address ?? "unknown").network}`
  await parts().stores.audit.appendCounted(entryOf({ userId: null, address }, failed), door)
}
