import type { SessionCookie } from "../web/cookie.ts"
import { deviceOf } from "../web/request.ts"
import { formerCookies } from "./cookies/former-sessions.ts"
import { secretOf } from "./cookies/sealing-secret.ts"
import type { Crossing, Reading } from "./crossing.ts"
import type { DoorConfig } from "./door.ts"
import { madeProvider } from "./made-provider.ts"
import { sessionCookieOf } from "./session-cookie.ts"
import type { Tokens } from "./tokens.ts"

/** The door as it stands for one request. */
export interface OpenedDoor {
  readonly cookie: SessionCookie
  /** The cookies that NextAuth writes beside it on reads too, by name. */
  readonly isOwnCookie: (name: string) => boolean
  /** A log-in. Takes the mark: nothing that a proof rests on may have been read yet. */
  readonly logIn: (headers: Headers, read: Reading | null) => Promise<Crossing>
  readonly read: (headers: Headers, read: Reading) => Crossing
  readonly former: (headers: Headers) => ReturnType<typeof formerCookies>
  readonly isPasskey: (provider: string) => boolean
  /** What NextAuth seals its cookies with. */
  readonly sealedBy: string | string[]
  /** Where a refused log-in returns to; undefined for NextAuth's own pages. */
  readonly loginPath: string | undefined
  /** Tells the app's log of what NextAuth does not. */
  readonly report: (error: unknown) => void
}

/** Opens the door for a request; none is given where Next's request scope is all that there is. */
export type Open = (request?: unknown) => Promise<OpenedDoor>

export function openedDoor(loe: Tokens, config: DoorConfig): OpenedDoor {
  const cookie = sessionCookieOf(config)
  const coming = (headers: Headers) => ({
    secret: cookie.read(headers.get("cookie")),
    device: deviceOf(headers, config.addressOf?.(headers) ?? null),
    newcomer: {},
    outcome: null,
  })
  const { csrfToken, callbackUrl } = config.cookies ?? {}
  const names = [csrfToken?.name, callbackUrl?.name].filter((name) => name !== undefined)
  return {
    cookie,
    isOwnCookie: (name) =>
      name.startsWith(cookie.name) ||
      names.includes(name) ||
      /^(__Host-|__Secure-)?authjs\.(csrf-token|callback-url)$/.test(name),
    logIn: async (headers, read) => ({
      ...coming(headers),
      mark: await loe.mark(),
      read,
    }),
    read: (headers, read) => ({ ...coming(headers), mark: null, read }),
    former: (headers) => formerCookies(headers, config),
    isPasskey: (id) =>
      config.providers.map(madeProvider).some((each) => each.type === "webauthn" && each.id === id),
    sealedBy: secretOf(config),
    loginPath: config.pages?.signIn,
    report(error) {
      const known = error instanceof Error ? error : new Error(String(error))
      if (config.logger?.error) config.logger.error(known)
      // biome-ignore lint/suspicious/noConsole: NextAuth's own logger writes there too.
      else console.error(known)
    },
  }
}
