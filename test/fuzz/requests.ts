import { validateHeaderValue } from "node:http"
import fc from "fast-check"
import { accountPages } from "@/lib/names/account-pages"
import { hostileBody } from "./bodies"
import { longText } from "./long"
import {
  authorization,
  cookieLine,
  forwardedFor,
  hostileText,
  nearSecret,
  query,
  userAgent,
} from "./texts"

export interface HostileRequest {
  readonly method: string
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

const header = (texts: fc.Arbitrary<string>) => texts.filter(isHeader)

const someHeaders = fc.record(
  {
    cookie: header(cookieLine),
    authorization: header(authorization),
    "x-forwarded-for": header(forwardedFor),
    "user-agent": header(userAgent),
    origin: header(hostileText),
    "next-action": header(fc.oneof(hostileText, fc.constant("0".repeat(42)))),
    rsc: fc.constant("1"),
    "next-router-state-tree": header(fc.oneof(hostileText, fc.constant("%5B%22%22%2C%7B%7D%5D"))),
    "next-url": header(fc.oneof(hostileText, fc.constant("/login"))),
    "sec-fetch-site": fc.constantFrom("same-origin", "cross-site", "none", "nonsense"),
    "accept-language": header(hostileText),
  },
  { requiredKeys: [] },
)

/** One header as long as the server lets in, of a few signs over and over. */
const longHeader = fc
  .tuple(
    fc.constantFrom(
      ...["cookie", "user-agent", "accept", "accept-language", "accept-encoding", "range"],
      ...[
        "if-none-match",
        "if-modified-since",
        "forwarded",
        "x-forwarded-for",
        "referer",
        "origin",
      ],
      ...["authorization", "next-url", "next-router-state-tree", "next-action", "cache-control"],
      ...["x-forwarded-host", "x-forwarded-proto", "traceparent", "x-nextjs-data", "sec-ch-ua"],
    ),
    header(longText(7_900)),
  )
  .map(([name, value]) => ({ [name]: value }))

const headers = fc.oneof(
  { weight: 3, arbitrary: someHeaders },
  {
    weight: 1,
    arbitrary: fc.tuple(someHeaders, longHeader).map(([some, long]) => ({ ...some, ...long })),
  },
)

const gets = [
  "/",
  "/login",
  ...Object.values(accountPages),
  "/admin/sessions",
  "/admin/users",
  "/admin/audit",
  "/forgot-password",
  "/reset-password",
  "/magic-link",
  "/confirm-email",
  "/report",
  "/log-out",
  "/api/auth/session",
  "/api/auth/callback/credentials",
  "/api/auth/signout",
  "/api/session",
  "/api/health",
  "/api/v1/me",
  "/api/v1/sessions",
  "/api/v1/admin/tokens",
]

const posts = [
  "/login",
  "/account/security",
  "/forgot-password",
  "/api/log-out",
  "/api/auth/callback/credentials",
  "/api/auth/signin/oidc",
  "/api/auth/signout",
  "/api/v1/log-out-everywhere",
  "/api/v1/admin/introspect",
  "/api/v1/admin/revoke",
]

const paths = (known: readonly string[]) =>
  fc
    .tuple(
      fc.oneof(
        { weight: 8, arbitrary: fc.constantFrom(...known) },
        { weight: 1, arbitrary: fc.tuple(fc.constantFrom(...known), segment()).map(joined) },
        { weight: 1, arbitrary: nearSecret.map((secret) => `/link/report?secret=${secret}`) },
      ),
      query,
    )
    .map(([path, params]) => {
      const search = String(new URLSearchParams(Object.entries(params)))
      return search ? `${path}${path.includes("?") ? "&" : "?"}${search}` : path
    })

/** What Node lets a client write into an address, as long as the server lets in. */
const longPath = (known: readonly string[]) =>
  fc
    .tuple(fc.constantFrom(...known), fc.constantFrom("/", "?", "?a=", ""), longText(7_900))
    .map(([path, joint, text]) => path + joint + text.replace(/[^\x21-\x7e]/g, "%"))

/** What reaches the app from outside: any method, path, headers and body that HTTP itself lets through. */
export const hostileRequest: fc.Arbitrary<HostileRequest> = fc.oneof(
  { weight: 3, arbitrary: requests(fc.constant("GET"), gets, fc.constant("")) },
  {
    weight: 2,
    arbitrary: requests(fc.constantFrom("POST", "PUT", "DELETE", "PATCH"), posts, hostileBody),
  },
)

function requests(
  method: fc.Arbitrary<string>,
  known: readonly string[],
  body: fc.Arbitrary<string>,
): fc.Arbitrary<HostileRequest> {
  const type = fc.constantFrom(
    "application/json",
    "application/x-www-form-urlencoded",
    "multipart/form-data; boundary=x",
    "text/plain;charset=UTF-8",
    "",
  )
  return fc
    .record({
      method,
      path: fc.oneof(
        { weight: 5, arbitrary: paths(known) },
        { weight: 1, arbitrary: longPath(known) },
      ),
      headers,
      body,
      type,
    })
    .map(({ type, ...rest }) => ({
      ...rest,
      headers: type ? { ...rest.headers, "content-type": type } : rest.headers,
    }))
}

function segment(): fc.Arbitrary<string> {
  return fc.oneof(
    hostileText.map(encoded),
    fc.uuid(),
    fc.constantFrom("..", "%2e%2e", "%00", "%ff"),
  )
}

function joined([path, rest]: readonly [string, string]): string {
  return `${path}/${rest}`
}

function encoded(text: string): string {
  try {
    return encodeURIComponent(text)
  } catch {
    return "lone-surrogate"
  }
}

function isHeader(text: string): boolean {
  try {
    validateHeaderValue("x-any", text)
    return true
  } catch {
    return false
  }
}
