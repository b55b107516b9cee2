/** Sessions on a terminal, and as JSON for programs. */
import type { FoundToken } from "@/lib/db/desk/token-directory"

/** What programs are told of a token; never its hash. */
export function tokenFacts({ token, status, owner, endedBy }: FoundToken) {
  const { id, purpose, method, issuedAt, lastActiveAt, idleAt, expiresAt, device, revocation } =
    token
  const { address, userAgent } = device
  const end = revocation && { at: revocation.at, reason: revocation.reason, by: endedBy }
  const { id: userId, email, name } = owner
  const times = { issuedAt, lastActiveAt, idleAt, expiresAt }
  return { id, purpose, status, userId, email, name, method, ...times, address, userAgent, end }
}

export type TokenFacts = ReturnType<typeof tokenFacts>

export const tokenLine = ({ token, status, owner }: FoundToken): string =>
  [
    token.id,
    status.padEnd(7),
    token.lastActiveAt.toISOString(),
    (token.device.address ?? "-").padEnd(15),
    printable(owner.email),
    printable(token.device.userAgent ?? "-").slice(0, 60),
  ].join("  ")

/** What others wrote must move no cursor of an operator's terminal. */
const printable = (text: string) => text.replace(/\p{C}/gu, "?")

/** Exit code 2, for scripts. */
export function nothingFound(sentence: string): void {
  console.error(sentence)
  process.exitCode = 2
}
