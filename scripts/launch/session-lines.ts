/** Sessions on a terminal, and as JSON for programs. */
import type { FoundToken } from "@/lib/db/desk/token-directory"

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
