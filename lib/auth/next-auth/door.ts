import { readBrowsers, type TokenStore } from "log-out-everywhere"
import { parseEmail } from "@/lib/names/email"
import type { SessionOwner } from "@/lib/users/ports/stores"
import type { Door } from "@/lib/users/ports/throttle"

/**
 * Where failures of this browser for this person are counted, so that a stranger's failures are not counted
 * against the person here (ASVS 6.1.1).
 *
 * Looks up all that the browser brought, whatever the address, so that the time does not tell who is known here.
 */
export async function doorOf(
  tokens: TokenStore<SessionOwner>,
  secrets: readonly string[],
  email: string,
): Promise<Door> {
  const tried = parseEmail(email)
  const { own } = await readBrowsers(tokens, secrets, (owner) => owner.email === tried)
  return own ? { kind: "browser", id: own.token.id } : { kind: "stranger" }
}
