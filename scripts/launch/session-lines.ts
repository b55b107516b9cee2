/** Sessions on a terminal, and as JSON for programs. */
import type { RevocationCount } from "log-out-everywhere"
import type { FoundToken } from "@/lib/db/desk/token-directory"
import { countsOf } from "@/lib/texts/counts"

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

/** An answer of a command: as JSON for programs, or in words. */
export function answer(isJson: boolean | undefined, facts: unknown, text: string): void {
  console.log(isJson ? JSON.stringify(facts) : text)
}

/** What a command would end. */
export const answerActive = (isJson: boolean | undefined, live: RevocationCount) =>
  answer(isJson, live, `Active: ${countsOf(live) || "nothing"}.`)

/** Exit code 2, for scripts. */
export function nothingFound(sentence: string): void {
  console.error(sentence)
  process.exitCode = 2
}
