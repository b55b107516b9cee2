import type { Token } from "../core/token.ts"
import { firstCookie } from "./cookie-header.ts"

/** How the session's cookie is called and kept. */
export interface CookieOptions {
  /**
   * Left out: "__Host-loe-session", or "loe-session" if it is not secure. Two apps on `localhost` share their
   * cookies, whatever their ports: give each its own name.
   */
  readonly name?: string
  /** Left out: true, which browsers but Safari take on http://localhost too. False is for plain HTTP in development. */
  readonly secure?: boolean
}

/** The session's cookie of one app (NIST SP 800-63B-4 5.1.1; ASVS 3.3.1 to 3.3.4). */
export interface SessionCookie {
  readonly name: string
  /** What every use of it has in common, under the names of `Set-Cookie`. */
  readonly attributes: {
    readonly httpOnly: true
    readonly secure: boolean
    readonly sameSite: "lax"
    readonly path: "/"
  }
  /** When the browser forgets it; undefined means that it goes with the browser. The server's deadlines hold anyway. */
  expires(token: Pick<Token, "isRemembered" | "expiresAt">): Date | undefined
  /** The secret in a `Cookie` header; null if it has none. */
  read(header: string | null): string | null
  /** The `Set-Cookie` header that hands a secret over. */
  set(secret: string, token: Pick<Token, "isRemembered" | "expiresAt">): string
  /** The `Set-Cookie` header that takes it away. */
  clear(): string
}

/** Makes the cookie. Throws if its name promises more than it keeps, or is no cookie's name. */
export function sessionCookie({
  secure = true,
  name = secure ? "__Host-loe-session" : "loe-session",
}: CookieOptions = {}): SessionCookie {
  if (!/^[\w!#$%&'*+.^`|~-]+$/.test(name)) {
    throw new Error(`cookie.name: "${name}" is no cookie's name; write letters, digits and "-".`)
  }
  if (!secure && /^__(?:host|secure)-/i.test(name)) {
    throw new Error(
      `cookie.name: browsers refuse "${name}" without \`secure: true\`; write a name without the prefix.`,
    )
  }
  const kept = `Path=/; HttpOnly; SameSite=Lax${secure ? "; Secure" : ""}`
  const expires: SessionCookie["expires"] = ({ isRemembered, expiresAt }) =>
    isRemembered ? expiresAt : undefined

  return {
    name,
    attributes: { httpOnly: true, secure, sameSite: "lax", path: "/" },
    expires,
    read: (header) => firstCookie(header, name),
    set(secret, token) {
      const until = expires(token)
      return `${name}=${secret}; ${kept}${until ? `; Expires=${until.toUTCString()}` : ""}`
    },
    clear: () => `${name}=; ${kept}; Max-Age=0`,
  }
}
