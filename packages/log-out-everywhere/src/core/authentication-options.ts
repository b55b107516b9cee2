import type { TokenPolicy } from "./policy.ts"
import type { EverywhereScope, RevocationCount } from "./store.ts"
import type { EndablePurpose } from "./token.ts"
import type { Triggers } from "./triggers.ts"

/** The options of the add-on, under AshAuthentication's names. */
export interface LogOutEverywhereOptions {
  /** Identifies the add-on. Unique among add-ons. Left out: "log_out_everywhere". */
  readonly name?: string
  /** What `action` calls it. Left out: "log_out_everywhere". */
  readonly actionName?: string
  /** The name of the action's one argument, the user's id. Left out: "user". */
  readonly argumentName?: string
  /** Only these purposes are revoked, except those excluded. Left out: every purpose. */
  readonly includePurposes?: readonly EndablePurpose[]
  /** These are spared, and win over the included. "revocation" names tokens already revoked. */
  readonly excludePurposes?: readonly (EndablePurpose | "revocation")[]
  /** Log out everywhere whenever a password changes. Otherwise the form asks. */
  readonly applyOnPasswordChange?: boolean
}

/** How long what is over is kept, in milliseconds. */
export interface Retention {
  /** Ended tokens, and all else whose time is over. */
  readonly endedMs: number
  /** The audit log. At least 90 days: people see that much of their history. */
  readonly auditMs: number
  /** The whole network address of an ended token. After that only its network is kept: an IPv4 /24, an IPv6 /48. */
  readonly addressMs: number
}

/** How long the address of what has ended stays whole, if nobody says otherwise: 30 days, in milliseconds. */
export const standardAddressMs = 30 * 24 * 60 * 60_000

/** Ends a user's tokens of the purposes in scope, and says how many of each ended. */
export type RevokeEverywhere = (userId: string, scope: EverywhereScope) => Promise<RevocationCount>

interface CommonOptions {
  readonly tokens: {
    readonly enabled: boolean
    readonly storeAllTokens: boolean
    readonly requireTokenPresenceForAuthentication: boolean
    readonly policy: TokenPolicy
    /** `addressMs` left out: 30 days. */
    readonly retention: Omit<Retention, "addressMs"> & Partial<Pick<Retention, "addressMs">>
    /**
     * How `action` ends a user's tokens: in one transaction, with what the app writes down beside it. Left out by an
     * app that calls `logOutEverywhere`, which brings its own.
     */
    readonly revoke?: RevokeEverywhere
  }
  /** What ends after which change. A row left out has its default. */
  readonly triggers?: Partial<Triggers>
}

type OneOrMore<AddOn> = readonly [AddOn, ...AddOn[]]

interface PasswordOptions extends CommonOptions {
  readonly strategies: { readonly password: { readonly minimumLength: number } }
  readonly addOns: OneOrMore<LogOutEverywhereOptions>
}

/** No user has a password that could change: the compiler refuses the option. */
interface PasswordlessOptions extends CommonOptions {
  readonly strategies: { readonly password?: never }
  readonly addOns: OneOrMore<LogOutEverywhereOptions & { readonly applyOnPasswordChange?: false }>
}

/**
 * All that `defineAuthentication` verifies: the tokens' policy, the strategies, one add-on or more, and the
 * rows of `triggers` that differ from the defaults.
 */
export type AuthenticationOptions = PasswordOptions | PasswordlessOptions
