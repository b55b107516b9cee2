import { AuthError, type NextAuthConfig } from "next-auth"
import { log } from "@/lib/log"

/** Names alone: messages and details of adapters' errors can carry what was submitted. */
export const nextAuthLogger: NonNullable<NextAuthConfig["logger"]> = {
  error: (error) =>
    log().warn({ type: nameOf(error), cause: causeOf(error) }, "NextAuth refused a request"),
  warn: (code) => log().debug({ code }, "NextAuth warns"),
  debug: () => {},
}

function causeOf({ cause }: Error): string | undefined {
  const inner = cause instanceof Error ? cause : (cause as { err?: unknown } | undefined)?.err
  return inner instanceof Error ? nameOf(inner) : undefined
}

/** A build shortens the names of classes; types and codes stay as they were written. */
function nameOf(error: Error & { readonly code?: unknown }): string {
  if (error instanceof AuthError) return error.type
  return typeof error.code === "string" ? error.code : error.name
}
