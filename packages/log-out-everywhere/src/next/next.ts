import { cookies, headers } from "next/headers.js"
import { cache } from "react"
import type { Ended } from "../acts/act.ts"
import type { LogOutEverywhere } from "../acts/log-out-everywhere.ts"
import type { Resumed } from "../core/lifecycle.ts"
import { fail, ok, type Result } from "../core/result.ts"
import type { Token, TokenOwner } from "../core/token.ts"
import { type CookieOptions, type SessionCookie, sessionCookie } from "../web/cookie.ts"
import { deviceOf, type Headed, isFromOrigin, isPersons, originOf } from "../web/request.ts"
import { type NoSession, type Proved, type Web, web } from "../web/web.ts"
import { type Action, type Parsed, readForm } from "./action.ts"

/** What the door needs to know of its app. */
export interface NextOptions {
  /** Where the app's pages are: "https://app.example". Forms from anywhere else do nothing. */
  readonly origin: string
  readonly cookie?: CookieOptions
  /** The client's address, as a proxy of yours writes it. Left out: unknown. Any client can write `X-Forwarded-For`. */
  readonly addressOf?: (headers: Headed) => string | null
  /** Sends away a person who is not let in: `() => redirect("/login")`, of `next/navigation`. */
  readonly orElse: (why: "foreign" | NoSession) => never
}

/** Sessions in Next's pages, actions and route handlers. */
export interface Next<Owner extends TokenOwner> {
  readonly cookie: SessionCookie
  /** The same door for route handlers, which have a `Request`: their log-out may also send `Clear-Site-Data`. */
  readonly web: Web<Owner>
  /**
   * The person behind this request, and their session; null if nobody is logged in. Asks the store once in a request.
   * Sets no cookie, and takes none.
   *
   * Touches unless a browser fetches ahead, or the caller says so: in a handler that is polled or streams write
   * `touch: false`. A store that cannot answer throws, for an outage is no log-out.
   */
  gate(options?: { readonly touch?: boolean }): Promise<Resumed<Owner> | null>
  /** The gate of a page behind log-in: `orElse` says where others go. */
  requireSession(): Promise<Resumed<Owner>>
  /** The gate of an action: the same, and only for a form of the app's own pages (ASVS 3.5.1). */
  requireActor(): Promise<Resumed<Owner>>
  /**
   * Makes a server action of a person who is logged in: gate, parse, call. Takes what React hands over, which is the
   * form, or a state and the form. What does not parse is answered as `parse` has put it.
   */
  action<Read extends Parsed, Answer>(
    parse: (form: FormData) => Read | Promise<Read>,
    run: (
      actor: Resumed<Owner>,
      input: Extract<Read, { readonly ok: true }>["value"],
    ) => Promise<Answer>,
  ): Action<Answer | Extract<Read, { readonly ok: false }>>
  /** Logs in the person that `verify` returns, in an action or a handler: as `Web.logIn`, and sets the cookie. */
  logIn(
    verify: () => Promise<Proved | null>,
  ): Promise<Result<Token, "foreign" | "wrong_proof" | "changed_meanwhile" | "too_many_sessions">>
  /** Gives the session a new secret, once its person has proved again who they are (ASVS 7.2.4). */
  rotate(): Promise<Result<Token, "changed_meanwhile">>
  /** Ends the session in this browser, and takes its cookie (ASVS 7.4.1). */
  logOut(): Promise<Result<null, "foreign">>
  /** Ends every session of the person behind this request (ASVS 7.4.3), and takes the cookie. */
  logOutEverywhere(): Promise<Ended>
  /**
   * Makes the function for `proxy.ts`: it lets through people who are logged in, and answers others as it is told.
   * Touches nothing, and sets no cookie. Pages and actions have their own gates all the same.
   */
  proxy<Answer>(
    toLogIn: (request: Request) => Answer,
  ): (request: Request) => Promise<Answer | undefined>
}

/**
 * Ways in for the sessions of `loe`, on `next/headers`. Made once, in a module.
 *
 * Throws if the origin or the cookie's name does not hold.
 */
export function next<Owner extends TokenOwner, Tx>(
  loe: LogOutEverywhere<Owner, Tx>,
  options: NextOptions,
): Next<Owner> {
  const { addressOf = () => null, orElse } = options
  const origin = originOf(options.origin)
  const cookie = sessionCookie(options.cookie)
  const onWeb = web(loe, {
    origin,
    ...(options.cookie && { cookie: options.cookie }),
    addressOf: (request) => addressOf(request.headers),
  })
  const readSecret = async () => (await cookies()).get(cookie.name)?.value || null
  const isOwnForm = async () => isFromOrigin(await headers(), origin)

  const find = cache(async (asked: boolean | undefined) => {
    const secret = await readSecret()
    const touch = asked ?? isPersons(await headers(), "GET")
    return secret ? loe.resume("session", secret, { touch }) : fail("logged_out")
  })
  const handOver = async (secret: string, session: Token) => {
    const expires = cookie.expires(session)
    const attributes = { ...cookie.attributes, ...(expires && { expires }) }
    ;(await cookies()).set(cookie.name, secret, attributes)
    return ok(session)
  }
  const take = async () => {
    ;(await cookies()).set(cookie.name, "", { ...cookie.attributes, maxAge: 0 })
  }

  const face: Next<Owner> = {
    cookie,
    web: onWeb,

    async gate({ touch } = {}) {
      const found = await find(touch)
      return found.ok ? found.value : null
    },

    async requireSession() {
      const found = await find(undefined)
      return found.ok ? found.value : orElse(found.failure)
    },

    requireActor: async () => ((await isOwnForm()) ? face.requireSession() : orElse("foreign")),

    action:
      (parse, run) =>
      async (...given) => {
        const actor = await face.requireActor()
        const parsed = await parse(readForm(given))
        if (parsed.ok) return run(actor, parsed.value)
        // The compiler does not narrow a type that it was given as a parameter.
        return parsed as Extract<typeof parsed, { readonly ok: false }>
      },

    async logIn(verify) {
      if (!(await isOwnForm())) return fail("foreign")
      const mark = await loe.mark()
      const proved = await verify()
      if (!proved) return fail("wrong_proof")
      const brought = await headers()
      const device = deviceOf(brought, addressOf(brought))
      const asked = { ...proved, purpose: "session", mark, device } as const
      const issued = await loe.issue({ ...asked, replaces: await readSecret() })
      if (!issued.ok) return issued
      return handOver(issued.value.secret, issued.value.token)
    },

    async rotate() {
      const { token } = await face.requireActor()
      const rotated = await loe.rotate(token, (await readSecret()) ?? "")
      return rotated.ok ? handOver(rotated.value, token) : rotated
    },

    async logOut() {
      if (!(await isOwnForm())) return fail("foreign")
      await loe.logOut((await readSecret()) ?? "")
      await take()
      return ok(null)
    },

    async logOutEverywhere() {
      const { owner } = await face.requireActor()
      const ended = await loe.logOutEverywhere(owner.id)
      await take()
      return ended
    },

    proxy: (toLogIn) => async (request) =>
      (await onWeb.gate(request, { touch: false })) ? undefined : toLogIn(request),
  }
  return face
}
