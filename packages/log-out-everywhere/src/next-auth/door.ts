import type { Account, NextAuthConfig, NextAuthResult, Profile } from "next-auth"
import type { IssueTo } from "../acts/act.ts"
import type { Issued } from "../core/lifecycle.ts"
import type { Result } from "../core/result.ts"
import type { CookieOptions } from "../web/cookie.ts"

/** A NextAuth configuration as it was, with what the rows need to know beside it. */
export interface DoorConfig extends NextAuthConfig {
  /**
   * Whether a provider vouches for the address in a profile: only then does a stranger get an account, and only
   * then is one found by its address. Left out: `profile.email_verified === true`, as OpenID Connect
   * says it (Core 5.1). Providers of type "oauth" cannot say so, and need this.
   */
  readonly isVerified?: (account: Account, profile: Profile) => boolean | Promise<boolean>
  /** Whether a log-in is to be remembered beyond the browser, if the policy remembers anybody. Left out: never. */
  readonly isRemembered?: (
    account: Account,
    credentials?: Readonly<Record<string, unknown>>,
  ) => boolean
  /**
   * The address of the browser, from headers that your own proxy writes. Left out: unknown, since clients can
   * write any header themselves.
   */
  readonly addressOf?: (headers: Headers) => string | null
  /**
   * Begins the session, for an app that does more in that transaction. Left out: `loe.issue`.
   */
  readonly startSession?: (logIn: LogIn) => Promise<Result<Issued, LogInFailure>>
  /**
   * The session's cookie; give other doors the same. Left out: "__Host-loe-session", or "loe-session" if
   * `AUTH_URL` or `useSecureCookies` says that the site is not on https.
   */
  readonly cookie?: CookieOptions
}

/** A log-in whose proof held, and which has no session yet. */
export interface LogIn extends IssueTo {
  readonly replaces: string | null
  readonly arrival: Arrival
}

/** What NextAuth asks `callbacks.signIn`: `user` is what `authorize` returned, or the adapter. */
export type Arrival = Parameters<NonNullable<NonNullable<NextAuthConfig["callbacks"]>["signIn"]>>[0]

/** Why a log-in was refused, as the page it returns to reads it: `?error=…` (`?code=…` after a password). */
export type LogInFailure =
  | "changed_meanwhile"
  | "too_many_sessions"
  | "unverified_address"
  | "session_ended"

/** Sends a person who is logged in to a provider, and links the account that they come back with to them. */
export type Link = (
  provider: string,
  options?: { readonly redirectTo?: string },
  authorizationParams?: Parameters<NextAuthResult["signIn"]>[2],
) => Promise<never>
