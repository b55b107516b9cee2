import type { Account, NextAuthConfig, Profile } from "next-auth"
import type { LogOutEverywhere } from "../acts/log-out-everywhere.ts"
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
   * The session's cookie; give other doors the same. Left out: "__Host-loe-session", or "loe-session" if
   * `AUTH_URL` or `useSecureCookies` says that the site is not on https.
   */
  readonly cookie?: CookieOptions
}

/** The tokens that the door opens. Of whatever owners and transactions they are. */
export type Tokens = Pick<
  LogOutEverywhere,
  "policy" | "store" | "mark" | "resume" | "logOut" | "revoke" | "in"
>

type Provider = DoorConfig["providers"][number]
type MadeProvider = Exclude<Provider, (...given: never[]) => unknown>

/** A provider as it is, and one that is a function as NextAuth calls it first. */
export function madeProvider(provider: Provider): MadeProvider {
  if (typeof provider !== "function") return provider
  const make: (config: object) => MadeProvider = provider
  return make({})
}
