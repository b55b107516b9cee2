import type { NextResponse } from "next/server"
import { cookieOptions, sessionCookieName } from "./session-cookie"

/**
 * Has the browser forget the session and what it kept of its pages (ASVS 14.3.1).
 *
 * Not `Clear-Site-Data: "cookies"`, which would reach sibling hosts and the known-device cookie.
 */
export function clearBrowser(response: NextResponse): NextResponse {
  response.cookies.set(sessionCookieName, "", { ...cookieOptions, maxAge: 0 })
  response.headers.set("Clear-Site-Data", '"cache", "storage"')
  response.headers.set("Cache-Control", "no-store")
  return response
}
