/**
 * The purposes that an app may issue tokens for. An app adds its own where it declares its policy:
 *
 *     declare module "log-out-everywhere" {
 *       interface TokenPurposes { device_pairing: true }
 *     }
 */
export interface TokenPurposes extends Record<StandardPurpose, true> {}

/** What a token was issued for, fixed at issue. Only a path that names the purpose accepts it. */
export type TokenPurpose = keyof TokenPurposes

/** A purpose that every app has, though it may issue no token for it. */
export type StandardPurpose = (typeof tokenPurposes)[number]

/** A purpose that the app declared. */
export type AppPurpose = Exclude<TokenPurpose, StandardPurpose>

/** Every purpose but those that an app adds. */
export const tokenPurposes = [
  "session",
  "api",
  "password_reset",
  "magic_link",
  "invitation",
  "email_change",
  "email_change_undo",
  "report",
  "browser",
] as const

/**
 * A purpose that a list of what to end may name. Browsers are in no such list: whatever ends more than
 * one token takes away their trust, whatever else it spares.
 */
export type EndablePurpose = Exclude<TokenPurpose, "browser">

/** Every standard purpose but "browser", in the order of `tokenPurposes`. */
export const endablePurposes = tokenPurposes.filter((purpose) => purpose !== "browser")

/** The reasons for which a token may end. An app adds its own as it adds purposes. */
export interface RevocationReasons extends Record<(typeof revocationReasons)[number], true> {}

/** Why a token ended before its time. */
export type RevocationReason = keyof RevocationReasons

/** Every reason but those that an app adds. A store keeps them as they are written here. */
export const revocationReasons = [
  "log_out",
  "replaced",
  "revoked_by_user",
  "log_out_others",
  "log_out_everywhere",
  "password_change",
  "password_reset",
  "reset_by_admin",
  "email_change",
  "provider_change",
  "reported",
  "session_limit",
  "revoked_by_admin",
  "role_change",
  "account_disabled",
  "used",
] as const

/** The end of a token before its time: a fact on a row that is kept. */
export interface Revocation {
  readonly at: Date
  readonly reason: RevocationReason
  /** The id of the user who did it; null if no user did. */
  readonly by: string | null
}

/** Where a secret was handed out to. Unknown parts are null, never guessed. */
export interface Device {
  /** An IPv4 or IPv6 address. */
  readonly address: string | null
  readonly userAgent: string | null
}

/** The session at a provider from which a session of ours came. */
export interface ProviderSession {
  /** The `iss` of its ID token (OpenID Connect Core 2). */
  readonly issuer: string
  /** The `sid` of its ID token (OpenID Connect Front-Channel Logout 3); null if the provider names none. */
  readonly sid: string | null
}

/** The stored record of one secret that was handed to one person for one purpose. */
export interface Token {
  /** The public name of the row. It authenticates nothing. */
  readonly id: string
  readonly purpose: TokenPurpose
  readonly userId: string
  /** The owner's epoch when the owner was authenticated. */
  readonly epoch: number
  readonly realmGeneration: number
  /** How the owner was authenticated: "password", "magic_link", or a provider's id. */
  readonly method: string
  /** The person asked to be kept logged in. */
  readonly isRemembered: boolean
  readonly device: Device
  /** The browser in which a session was opened: the id of its token. Null if none is known. */
  readonly browserId: string | null
  /** Where a provider's log-in came from; null for every other way in. */
  readonly provider: ProviderSession | null
  /** What its owner calls it; null if it has no name. */
  readonly name: string | null
  /** What the purpose needs to remember, like the address that a link confirms. Never a secret. */
  readonly data: Readonly<Record<string, string>> | null
  readonly issuedAt: Date
  /** When the owner last proved who they are, here. */
  readonly provedAt: Date
  readonly lastActiveAt: Date
  /** Unused until then, the token is idle. Touch moves it. */
  readonly idleAt: Date
  /** The absolute deadline, set at issue. Nothing moves it. */
  readonly expiresAt: Date
  readonly revocation: Revocation | null
}

/** What the library must know of the person whom a token belongs to. */
export interface TokenOwner {
  readonly id: string
  /** A token is live only while it bears this number. */
  readonly epoch: number
  /** Chooses the lifetimes, if the policy has special ones for this role. */
  readonly role: string
  readonly isDisabled: boolean
}
