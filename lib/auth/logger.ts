import type { NextAuthConfig } from "next-auth"
import { log } from "@/lib/log"

/** Names alone: messages and details of adapters' errors can carry what was submitted. */
export const nextAuthLogger: NonNullable<NextAuthConfig["logger"]> = {
  error: (error) =>
    log().warn({ type: error.name, cause: causeOf(error) }, "NextAuth refused a request"),
  warn: (code) => log().debug({ code }, "NextAuth warns"),
  debug: () => {},
}

function causeOf({ cause }: Error): string | undefined {
  const inner = cause instanceof Error ? cause : (cause as { err?: unknown } | undefined)?.err
  return inner instanceof Error ? inner.name : undefined
}
