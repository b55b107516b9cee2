import type { Device } from "log-out-everywhere"
import { log } from "@/lib/log"
import type { LogInRefusal } from "@/lib/users/verify-credentials"
import type { LogInContext } from "./log-in-context"

/**
 * Tells the operator what was wrong with an address and a password. The person is told one thing in
 * every case. The account is named by its id; an address that is nobody's is not written down.
 */
export function logWrongCredentials({ why, userId }: LogInRefusal, { address }: Device): void {
  log().info({ why, account: userId, address }, "log-in refused")
}

/** The same of everything else that a log-in can fail at. */
export function logRefusedLogIn({ failure, issued, method, device }: LogInContext): void {
  if (issued || !failure || failure === "wrong_credentials") return
  log().info({ why: failure, method, address: device.address }, "log-in refused")
}
