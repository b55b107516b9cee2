import type { Secret, Token } from "log-out-everywhere"
import { cookies } from "next/headers"

/** No other cookie's name may start with this one: NextAuth joins such cookies into one token. */
export const sessionCookieName = "__Host-loe-session"

/** NIST SP 800-63B-4 5.1.1; ASVS 3.3.1 to 3.3.4. */
export const cookieOptions = { httpOnly: true, secure: true, sameSite: "lax", path: "/" } as const

export async function readSessionCookie(): Promise<string | null> {
  return (await cookies()).get(sessionCookieName)?.value ?? null
}

/**
 * Hands the secret to the browser. Only log-in and rotation do.
 *
 * Without "Keep me logged in" the cookie goes with the browser; the server's deadlines hold anyway.
 */
export async function setSessionCookie(
  secret: Secret,
  { isRemembered, expiresAt: expires }: Pick<Token, "isRemembered" | "expiresAt">,
): Promise<void> {
  const options = isRemembered ? { ...cookieOptions, expires } : cookieOptions
  ;(await cookies()).set(sessionCookieName, secret, options)
}

export async function clearSessionCookie(): Promise<void> {
  ;(await cookies()).set(sessionCookieName, "", { ...cookieOptions, maxAge: 0 })
}
