import { z } from "zod"

export const LOOPBACK = "127.0.0.1"

export const hostAddress = z.union([z.ipv4(), z.ipv6(), z.literal("localhost")], {
  error: "HOST must be a network address of this machine, like 127.0.0.1, or 0.0.0.0 for all.",
})

/**
 * Behind a proxy nobody else has to reach the app, and anyone who did could write their own
 * X-Forwarded-For. Undefined: every address.
 */
export function defaultHost(trustedProxyHops: number): string | undefined {
  return trustedProxyHops > 0 ? LOOPBACK : undefined
}

/** Where people reach the app. */
export const origin = z.string().transform((text, context) => {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url && /^https?:$/.test(url.protocol) && url.href === `${url.origin}/`) return url
  context.addIssue("AUTH_URL must be the app's address alone, like https://app.example.com.")
  return z.NEVER
})

/** Over plain http anyone on the way reads what is sent. */
export function isPlainAndRemote(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, hostname } = new URL(address)
  return protocol === "http:" && !["localhost", "127.0.0.1", "[::1]"].includes(hostname)
}
