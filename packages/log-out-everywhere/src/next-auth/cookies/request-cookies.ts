import { firstCookie, pairsOf } from "../../web/cookie-header.ts"

/** A cookie's options as NextAuth and Next name them. */
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

/** The first cookie of the name, as NextAuth reads them; null if there is none. */
export const readCookie = (headers: Headers, name: string): string | null =>
  firstCookie(headers.get("cookie"), name)

export const cookiesOf = (headers: Headers) => pairsOf(headers.get("cookie"))

/** The `Set-Cookie` header that takes a cookie away. */
export function clearCookieLine(name: string, options: CookieOptions): string {
  const { httpOnly, secure, sameSite, path = "/", domain } = options
  return [
    `${name}=; Path=${path}; Max-Age=0`,
    ...(domain ? [`Domain=${domain}`] : []),
    ...(httpOnly ? ["HttpOnly"] : []),
    ...(secure ? ["Secure"] : []),
    ...(typeof sameSite === "string" ? [`SameSite=${sameSite}`] : []),
  ].join("; ")
}
