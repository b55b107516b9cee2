import type { Ended, IssueTo } from "../acts/act.ts"
import type { LogOutEverywhere } from "../acts/log-out-everywhere.ts"
import type { Resumed } from "../core/lifecycle.ts"
import { fail, ok, type Result } from "../core/result.ts"
import type { Token, TokenOwner } from "../core/token.ts"
import { type CookieOptions, type SessionCookie, sessionCookie } from "./cookie.ts"
import { deviceOf, isFromOrigin, isPersons, originOf } from "./request.ts"

/** What a way in for HTTP needs to know of its app. */
export interface WebOptions {
  /** Where the app's pages are: "https://app.example". Forms from anywhere else do nothing. */
  readonly origin: string
  readonly cookie?: CookieOptions
  /**
   * The client's address: the socket's, or what a proxy of yours writes. Left out: unknown. Nothing is read from
   * `X-Forwarded-For` by itself, since any client can write it.
   */
  readonly addressOf?: (request: Request) => string | null
}

/** Whom a proof has shown, and what their session is to be like. */
export type Proved = Omit<IssueTo, "purpose" | "mark" | "device" | "replaces">

/** A log-in that worked. */
export interface LoggedIn {
  readonly session: Token
  /** `Set-Cookie`, for the answer. */
  readonly headers: Headers
}

/** Why a request got nothing: no session, or one that is over. */
export type NoSession = "logged_out" | "unknown" | "idle" | "expired" | "revoked"

/** Sessions in the cookies of browsers, for any server that has `Request` and `Response`. */
export interface Web<Owner extends TokenOwner> {
  readonly cookie: SessionCookie
  /**
   * The person behind a request, and their session; null if nobody is logged in. Sets no cookie, and takes none.
   *
   * Touches unless a browser fetches ahead, or the caller says so: for a poll or a stream write `touch: false`. A
   * store that cannot answer throws: answer with a 500, for it is no log-out.
   */
  gate(request: Request, options?: { readonly touch?: boolean }): Promise<Resumed<Owner> | null>
  /** The same, with the reason for which nobody is logged in: a log-in page may tell it. */
  resume(
    request: Request,
    options?: { readonly touch?: boolean },
  ): Promise<Result<Resumed<Owner>, NoSession>>
  /** The gate of everything that changes something: `foreign` if no form of the app's own pages sent it. */
  actor(request: Request): Promise<Result<Resumed<Owner>, "foreign" | NoSession>>
  /**
   * Logs in the person that `verify` returns; null is `wrong_proof`. A mark is taken before it runs, so that it may
   * read what it reads in any order: an act that overtakes it makes this `changed_meanwhile`. The session that the
   * browser had ends.
   */
  logIn(
    request: Request,
    verify: () => Promise<Proved | null>,
  ): Promise<
    Result<LoggedIn, "foreign" | "wrong_proof" | "changed_meanwhile" | "too_many_sessions">
  >
  /** Gives the session a new secret, once its person has proved again who they are (ASVS 7.2.4). */
  rotate(request: Request): Promise<Result<LoggedIn, "foreign" | NoSession | "changed_meanwhile">>
  /** Ends the session in this browser (ASVS 7.4.1). The headers take its cookie and what its pages have kept. */
  logOut(request: Request): Promise<Result<Headers, "foreign">>
  /** Ends every session of the person behind this request (ASVS 7.4.3). */
  logOutEverywhere(
    request: Request,
  ): Promise<Result<Ended & { readonly headers: Headers }, "foreign" | NoSession>>
}

/**
 * Ways in for the sessions of `loe`. Each takes a request, and hands over the headers for the answer.
 *
 * Throws if the origin or the cookie's name does not hold.
 */
export function web<Owner extends TokenOwner, Tx>(
  loe: LogOutEverywhere<Owner, Tx>,
  options: WebOptions,
): Web<Owner> {
  const origin = originOf(options.origin)
  const cookie = sessionCookie(options.cookie)
  const secretIn = ({ headers }: Request) => cookie.read(headers.get("cookie"))
  const isOwnForm = ({ headers, method }: Request) =>
    !["GET", "HEAD"].includes(method) && isFromOrigin(headers, origin)
  const handOver = (secret: string, session: Token): LoggedIn => ({
    session,
    headers: new Headers({ "set-cookie": cookie.set(secret, session) }),
  })

  const face: Web<Owner> = {
    cookie,

    async gate(request, options) {
      const resumed = await face.resume(request, options)
      return resumed.ok ? resumed.value : null
    },

    async resume(request, { touch = isPersons(request.headers, request.method) } = {}) {
      const secret = secretIn(request)
      return secret ? loe.resume("session", secret, { touch }) : fail("logged_out")
    },

    actor: async (request) => (isOwnForm(request) ? face.resume(request) : fail("foreign")),

    async logIn(request, verify) {
      if (!isOwnForm(request)) return fail("foreign")
      const mark = await loe.mark()
      const proved = await verify()
      if (!proved) return fail("wrong_proof")
      const device = deviceOf(request.headers, options.addressOf?.(request) ?? null)
      const asked = { ...proved, purpose: "session", mark, device } as const
      const issued = await loe.issue({ ...asked, replaces: secretIn(request) })
      if (!issued.ok) return issued
      return ok(handOver(issued.value.secret, issued.value.token))
    },

    async rotate(request) {
      const found = await face.actor(request)
      if (!found.ok) return found
      const { token } = found.value
      const rotated = await loe.rotate(token, secretIn(request) ?? "")
      return rotated.ok ? ok(handOver(rotated.value, token)) : rotated
    },

    async logOut(request) {
      if (!isOwnForm(request)) return fail("foreign")
      await loe.logOut(secretIn(request) ?? "")
      return ok(farewell(cookie))
    },

    async logOutEverywhere(request) {
      const found = await face.actor(request)
      if (!found.ok) return found
      const ended = await loe.logOutEverywhere(found.value.owner.id)
      return ok({ ...ended, headers: farewell(cookie) })
    },
  }
  return face
}

/** ASVS 14.3.1. "cookies" would reach those of neighbouring hosts. */
const farewell = (cookie: SessionCookie) =>
  new Headers({ "set-cookie": cookie.clear(), "clear-site-data": '"cache", "storage"' })
