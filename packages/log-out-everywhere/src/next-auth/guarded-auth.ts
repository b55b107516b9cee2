import { headers } from "next/headers.js"
import type { NextAuthResult } from "next-auth"
import { cache } from "react"
import type { Token } from "../core/token.ts"
import { isPersons } from "../web/request.ts"
import { withoutCookies } from "./answers.ts"
import { clearCookieLine } from "./cookies/request-cookies.ts"
import { cross, demandNoOutage, type Reading } from "./crossing.ts"
import type { Open } from "./opened-door.ts"
import type { Tokens } from "./tokens.ts"

type Auth = NextAuthResult["auth"]
/** Every form of `auth`, as it is called, and what it may wrap. */
type Work = (...args: readonly unknown[]) => unknown

/**
 * Every form of `auth`. Reading writes no session cookie. Pages and actions touch; route handlers, streams, API
 * routes and the proxy do not, since an open page that nobody uses calls them too. An outage throws.
 */
export function guardedAuth(auth: Auth, open: Open): Auth {
  const inner = auth as unknown as Work
  const guarded: Work = (...args) => {
    const [first] = args
    if (args.length === 0) return readHere(inner, open)
    if (first instanceof Request) return overRequest(inner, open, args)
    if (typeof first === "function") {
      const work = first as Work
      return (...given: readonly unknown[]) => overRequest(inner, open, given, work)
    }
    return overNodeRequest(inner, open, args)
  }
  return guarded as unknown as Auth
}

/** `auth()`, and what `unstable_update` asks of it. */
export async function readHere(
  inner: (...args: never[]) => unknown,
  open: Open,
  update?: unknown,
): Promise<unknown> {
  const requested = await headers()
  const door = await open()
  const reading: Reading = { touches: isAct(requested), update }
  const crossing = door.read(requested, reading)
  const session = await cross(crossing, async () => inner())
  demandNoOutage(crossing)
  return session
}

/** `currentSession()`. */
export async function sessionHere(loe: Tokens, open: Open): Promise<Token | null> {
  const requested = await headers()
  const { cookie } = await open()
  const secret = cookie.read(requested.get("cookie"))
  const found = secret === null ? null : await loe.resume("session", secret, { touch: false })
  return found?.ok ? found.value.token : null
}

/** The proxy and route handlers: `auth(request, event)`, and `auth(work)(request, context)`. */
async function overRequest(
  inner: Work,
  open: Open,
  given: readonly unknown[],
  work?: Work,
): Promise<Response> {
  const request = given[0] as Request
  const door = await open(request)
  const crossing = door.read(request.headers, { touches: false })
  const answered = await cross(crossing, async () => {
    if (!work) return inner(...given)
    const wrapped = await inner((...args: readonly unknown[]) => {
      demandNoOutage()
      return work(...args)
    })
    return (wrapped as Work)(...given)
  })
  demandNoOutage(crossing)
  const response = withoutCookies(answered as Response, door.isOwnCookie)
  for (const { name, options } of await door.former(request.headers)) {
    response.headers.append("Set-Cookie", clearCookieLine(name, options))
  }
  return response
}

interface NodeRequest {
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>
}

/** API routes and `getServerSideProps`: `auth(req, res)` and `auth(context)`. NextAuth would write cookies. */
async function overNodeRequest(
  inner: Work,
  open: Open,
  [first, second]: readonly unknown[],
): Promise<unknown> {
  const context = first as { readonly req?: NodeRequest; readonly resolvedUrl?: string }
  const req = context.req ?? (first as NodeRequest)
  const requested = new Headers()
  for (const [name, value] of Object.entries(req.headers)) {
    if (value !== undefined)
      requested.set(name, typeof value === "string" ? value : value.join("; "))
  }
  const door = await open(req)
  const touches = context.resolvedUrl !== undefined && isPersons(requested, "GET")
  const crossing = door.read(requested, { touches })
  const nowhere = { headers: new Headers() }
  const session = await cross(crossing, async () =>
    second === undefined ? inner({ req, res: nowhere }) : inner(req, nowhere),
  )
  demandNoOutage(crossing)
  return session
}

/** React keeps what a render has asked for. Outside of one it does not. */
const thisRender = cache(() => ({}))
function isRendering(): boolean {
  const asked = thisRender()
  return asked === thisRender()
}

/** Whether a person did something: they opened a page or ran an action, in which Next sends this header. */
const isAct = (requested: Headers) =>
  (isRendering() || requested.has("next-action")) && isPersons(requested, "GET")
