import { AuthError, type NextAuthConfig } from "next-auth"
import { log } from "@/lib/log"

/** Names alone: messages and details of adapters' errors can carry what was submitted. */
export const nextAuthLogger: NonNullable<NextAuthConfig["logger"]> = {
  error: (error) =>
    log().warn({ type: errorName(error), cause: causeOf(error) }, "NextAuth refused a request"),
  warn: (code) => log().debug({ code }, "NextAuth warns"),
  debug: () => {},
}

function causeOf({ cause }: Error): string | undefined {
  const inner = cause instanceof Error ? cause : (cause as { err?: unknown } | undefined)?.err
  return inner instanceof Error ? errorName(inner) : undefined
}

/** A build shortens the names of classes; types and codes stay as they were written. */
export function errorName(error: unknown): string {
  if (error instanceof AuthError) return error.type
  if (!(error instanceof Error)) return typeof error
  return "code" in error && typeof error.code === "string" ? error.code : error.name
}
