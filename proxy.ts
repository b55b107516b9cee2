import { randomBytes } from "node:crypto"
import { type NextRequest, NextResponse } from "next/server"
import { receiptCookieName } from "@/lib/receipt-cookie-name"
import { settings } from "@/lib/settings"

/**
 * Makes the nonce of the Content-Security-Policy, and takes away with a page what that page shows once. It lets
 * nobody in and keeps nobody out.
 */
export function proxy(request: NextRequest): NextResponse {
  const nonce = randomBytes(16).toString("base64")
  const policy = contentSecurityPolicy(nonce)
  const headers = new Headers(request.headers)
  headers.set("x-nonce", nonce)
  // Next reads the nonce for its own scripts from here.
  headers.set("content-security-policy", policy)

  const response = NextResponse.next({ request: { headers } })
  response.headers.set("Content-Security-Policy", policy)
  response.headers.set("Cache-Control", "no-store")
  if (showsReceipt(request)) {
    // Not by NextResponse's own cookies: Next would take it from the page that is about to read it, too.
    response.headers.append(
      "Set-Cookie",
      `${receiptCookieName}=; Path=/; Max-Age=0; Secure; HttpOnly; SameSite=Lax`,
    )
  }
  return response
}

/** A page cannot take a cookie away by itself. */
const showsReceipt = ({ method, nextUrl, cookies }: NextRequest) =>
  method === "GET" &&
  nextUrl.pathname === "/login" &&
  !nextUrl.searchParams.has("returnTo") &&
  cookies.has(receiptCookieName)

/**
 * Everything but the files of the build, which are public and named after their content, and what a program
 * asks for: no answer there is a page, and next.config.js says so. Any other address may be that of a page.
 */
export const config = {
  matcher: "/((?!_next/static/|api/v1/|api/session$|api/live$|api/health$|api/health/).*)",
}

function contentSecurityPolicy(nonce: string): string {
  const { isProduction } = settings()
  const script = `'self' 'nonce-${nonce}' 'strict-dynamic'`
  return [
    "default-src 'self'",
    // React's refresh in development evaluates code.
    `script-src ${isProduction ? script : `${script} 'unsafe-eval'`}`,
    `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    `form-action ${["'self'", ...providerOrigins()].join(" ")}`,
    "frame-ancestors 'none'",
  ].join("; ")
}

/** Without JavaScript a log-in form is answered by a redirect, and Chromium holds it to form-action. */
function providerOrigins(): string[] {
  const { google, github, oidc } = settings().providers
  return [
    ...(google ? ["https://accounts.google.com"] : []),
    ...(github ? ["https://github.com"] : []),
    ...(oidc ? [new URL(oidc.issuer).origin] : []),
  ]
}
