import type { NextResponse } from "next/server"
import { cookieOptions, sessionCookieName } from "./session-cookie"

/**
 * Has the browser forget the session and what its pages stored (ASVS 14.3.1).
 *
 * Not `Clear-Site-Data: "cookies"`, which would reach sibling hosts and what the browser is known by; nor
 * `"cache"`, which takes seconds in a large profile, and no page of a person is ever in a cache.
 */
export function clearBrowser(response: NextResponse): NextResponse {
  response.cookies.set(sessionCookieName, "", { ...cookieOptions, maxAge: 0 })
  forgetPages(response)
  return response
}

/** What goes with an answer that takes the cookie away. */
export function forgetPages({ headers }: Response): void {
  headers.set("Clear-Site-Data", '"storage"')
  headers.set("Cache-Control", "no-store")
}
