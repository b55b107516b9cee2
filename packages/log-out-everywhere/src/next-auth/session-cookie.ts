import { type SessionCookie, sessionCookie } from "../web/cookie.ts"
import type { DoorConfig } from "./door.ts"

/**
 * The cookie of sessions, the same as at the other doors. Never the one of the JWTs of before: a request that is
 * still on its way, and clears those, must not clear a session that has begun meanwhile.
 */
export function sessionCookieOf(
  config: Pick<DoorConfig, "cookie" | "useSecureCookies">,
): SessionCookie {
  return sessionCookie({ secure: isSecure(config), ...config.cookie })
}

/** Whether cookies are for https alone: as its address says, and without one in production. */
export function isSecure({
  cookie,
  useSecureCookies,
}: Pick<DoorConfig, "cookie" | "useSecureCookies">): boolean {
  const { AUTH_URL, NEXTAUTH_URL, NODE_ENV } = process.env
  const address = AUTH_URL ?? NEXTAUTH_URL
  const isSite =
    address && URL.canParse(address)
      ? new URL(address).protocol === "https:"
      : NODE_ENV === "production"
  return cookie?.secure ?? useSecureCookies ?? isSite
}
