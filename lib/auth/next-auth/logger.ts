import { AuthError, type NextAuthConfig } from "next-auth"
import { errorFacts } from "@/lib/error-facts"
import { log } from "@/lib/log"

/** What NextAuth says, but for a password that is not right: the door of log-ins has told why. */
export const nextAuthLogger: NonNullable<NextAuthConfig["logger"]> = {
  error(error) {
    if (errorName(error) === "CredentialsSignin") return
    const inner = innerOf(error)
    const cause = inner && { ...errorFacts(inner), type: errorName(inner) }
    const told = { ...errorFacts(error), type: errorName(error), ...(cause && { cause }) }
    log().warn({ error: told }, "NextAuth refused a request")
  },
  warn: (code) => log().debug({ code }, "NextAuth warns"),
  debug: () => {},
}

function innerOf({ cause }: Error): Error | undefined {
  const inner = cause instanceof Error ? cause : (cause as { err?: unknown } | undefined)?.err
  return inner instanceof Error ? inner : undefined
}

/** A build shortens the names of classes; types and codes stay as they were written. */
function errorName(error: unknown): string {
  if (error instanceof AuthError) return error.type
  if (!(error instanceof Error)) return typeof error
  return "code" in error && typeof error.code === "string" ? error.code : error.name
}
