import type { NextAuthConfig } from "next-auth"
import type { Token } from "../core/token.ts"

/** A cookie as NextAuth describes it. */
export interface CookieShape {
  readonly name: string
  readonly options: CookieOptions
}

export interface CookieOptions {
  readonly httpOnly?: boolean | undefined
  readonly secure?: boolean | undefined
  readonly sameSite?: boolean | "lax" | "strict" | "none" | undefined
  readonly path?: string | undefined
  readonly domain?: string | undefined
  readonly expires?: Date | undefined
  /** In seconds. */
  readonly maxAge?: number | undefined
}

/** What it is called without its prefix. No other cookie's name may start with it. */
const baseName = "loe.session"

/**
 * The cookie of sessions. Never the one of the JWTs of before: a request that is still on its way, and clears
 * those, must not clear a session that has begun meanwhile.
 *
 * `__Host-` keeps sites beside this one from planting a session (RFC 6265bis 4.1.3.2). Options that an app gave
 * its own session cookie hold here too; with a domain or a path, which `__Host-` forbids, it is `__Secure-`.
 */
export function sessionCookieOf({
  cookies,
  useSecureCookies = isSiteSecure(),
}: Pick<NextAuthConfig, "cookies" | "useSecureCookies">): CookieShape {
  const given = cookies?.sessionToken?.options as CookieOptions | undefined
  const options: CookieOptions = {
    ...{ sameSite: "lax", path: "/", ...given },
    ...{ httpOnly: true, secure: useSecureCookies, expires: undefined, maxAge: undefined },
  }
  const prefix = options.domain || options.path !== "/" ? "__Secure-" : "__Host-"
  return { name: `${useSecureCookies ? prefix : ""}${baseName}`, options }
}

/** As its address says; without one in production, where a proxy speaks https, it is. */
export function isSiteSecure(): boolean {
  const { AUTH_URL, NEXTAUTH_URL, NODE_ENV } = process.env
  const address = AUTH_URL ?? NEXTAUTH_URL
  if (address && URL.canParse(address)) return new URL(address).protocol === "https:"
  return NODE_ENV === "production"
}

/** Without "keep me logged in" the cookie goes with the browser; the server's deadlines hold anyway. */
export function optionsFor(
  { options }: CookieShape,
  { isRemembered, expiresAt }: Pick<Token, "isRemembered" | "expiresAt">,
): CookieOptions {
  return isRemembered ? { ...options, expires: expiresAt } : options
}

/** The first cookie of the name, as NextAuth reads them; null if there is none. */
export function readCookie(headers: Headers, name: string): string | null {
  return cookiesOf(headers).find(([each]) => each === name)?.[1] || null
}

export function cookiesOf(headers: Headers): readonly (readonly [name: string, value: string])[] {
  const pairs = headers.get("cookie")?.split(";") ?? []
  return pairs.map((pair) => {
    const [name = "", ...value] = pair.split("=")
    return [name.trim(), value.join("=").trim()] as const
  })
}

/** One line of `Set-Cookie`. */
export function setCookieLine(name: string, value: string, options: CookieOptions): string {
  const { httpOnly, secure, sameSite, path = "/", domain, expires, maxAge } = options
  return [
    `${name}=${value}`,
    `Path=${path}`,
    ...(domain ? [`Domain=${domain}`] : []),
    ...(expires ? [`Expires=${expires.toUTCString()}`] : []),
    ...(maxAge === undefined ? [] : [`Max-Age=${maxAge}`]),
    ...(httpOnly ? ["HttpOnly"] : []),
    ...(secure ? ["Secure"] : []),
    ...(typeof sameSite === "string"
      ? [`SameSite=${sameSite}`]
      : sameSite
        ? ["SameSite=strict"]
        : []),
  ].join("; ")
}
