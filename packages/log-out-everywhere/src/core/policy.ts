import type { FoundToken } from "./store.ts"
import {
  type AppPurpose,
  type EndablePurpose,
  type Token,
  type TokenOwner,
  type TokenPurpose,
  tokenPurposes,
} from "./token.ts"

/** How long a token lives, in milliseconds. */
export interface Lifetime {
  /** Unused for this long: idle (ASVS 7.3.1). */
  readonly inactivityTimeoutMs: number
  /** However busy: expired (ASVS 7.3.2). */
  readonly maximumLifetimeMs: number
}

/** The lifetimes of owners of one role. */
export interface RoleLifetimes {
  readonly standard: Lifetime
  /** For a person who asked to be kept logged in. Left out: they get the standard one. */
  readonly remembered?: Lifetime
}

/** The lifetimes of one purpose's tokens, for every role. */
export interface PurposeLifetimes extends RoleLifetimes {
  /** For owners of these roles, in place of both. */
  readonly byRole?: Readonly<Record<string, RoleLifetimes>>
}

/** How many sessions one person may have at once (ASVS 7.1.2), and what a log-in beyond that does. */
export interface SessionLimit {
  readonly max: number
  readonly atLimit: "refuse" | "end_least_recent"
}

/** How long tokens live, by purpose and role (ASVS 7.1.1), and how many sessions a person may have. */
export interface TokenPolicy {
  readonly lifetimes: Readonly<Record<TokenPurpose, PurposeLifetimes>>
  /** Left out: any number. */
  readonly maxSessions?: {
    readonly standard: SessionLimit
    readonly byRole?: Readonly<Record<string, SessionLimit>>
  }
  /** Activity is written at most once in this time, in milliseconds. */
  readonly touchIntervalMs: number
  /** A proof this recent, in milliseconds, allows sensitive acts. */
  readonly freshForMs: number
}

/** Whether a token still authenticates, and if not, why. Derived on every read, never stored. */
export type TokenStatus = "active" | "idle" | "expired" | "revoked"

/**
 * Says whether a token still authenticates, and if not, why.
 *
 * A stored status would be wrong from the moment a deadline passed until something rewrote it.
 * A deadline belongs to the far side: at `expiresAt` itself the token is expired.
 */
export function tokenStatus({ token, owner, realmGeneration, now }: FoundToken): TokenStatus {
  if (token.revocation || owner.isDisabled) return "revoked"
  if (token.realmGeneration !== realmGeneration) return "revoked"
  // Before the epoch, into which no token is carried that was over already. As numbers: to compare dates as they are
  // would take a check from memory a fifth longer.
  const at = now.getTime()
  if (at >= token.expiresAt.getTime()) return "expired"
  if (at >= token.idleAt.getTime()) return "idle"
  if (token.epoch !== owner.epoch) return "revoked"
  return "active"
}

type Lifetimes = TokenPolicy["lifetimes"]

/** What `everyPurpose` takes beside the common lifetimes: purposes that an app added must be named. */
export type OtherLifetimes = [AppPurpose] extends [never]
  ? [others?: Partial<Lifetimes>]
  : [others: Partial<Lifetimes> & Pick<Lifetimes, AppPurpose>]

/** One purpose's lifetimes for every purpose, but for those that are named: for an app that uses few of them. */
export function everyPurpose(lifetimes: PurposeLifetimes, ...[others]: OtherLifetimes): Lifetimes {
  const standard = Object.fromEntries(tokenPurposes.map((purpose) => [purpose, lifetimes]))
  return { ...(standard as Lifetimes), ...others }
}

/** Every purpose that the policy knows: the standard ones, and then those that the app added. */
export const purposesOf = ({ lifetimes }: Pick<TokenPolicy, "lifetimes">) =>
  [...new Set([...tokenPurposes, ...Object.keys(lifetimes)])] as TokenPurpose[]

/** Those of them that a list of what to end may name. */
export const endableOf = (policy: Pick<TokenPolicy, "lifetimes">) =>
  purposesOf(policy).filter((purpose): purpose is EndablePurpose => purpose !== "browser")

/** Whether the owner proved who they are recently enough for a sensitive act (ASVS 7.5.2). */
export function isFresh(token: Token, policy: TokenPolicy, now: Date): boolean {
  return +now - +token.provedAt < policy.freshForMs
}

/** How long a token lives that an owner of this role has. */
export function lifetimeOf(
  policy: TokenPolicy,
  token: Pick<Token, "purpose" | "isRemembered">,
  owner: Pick<TokenOwner, "role">,
): Lifetime {
  const { standard, remembered = standard } = lifetimesOf(policy, token.purpose, owner)
  return token.isRemembered ? remembered : standard
}

/** Whether the policy keeps an owner of this role logged in longer, if they ask for it. */
export function canBeRemembered(
  policy: TokenPolicy,
  purpose: TokenPurpose,
  owner: Pick<TokenOwner, "role">,
): boolean {
  return lifetimesOf(policy, purpose, owner).remembered !== undefined
}

function lifetimesOf(
  policy: TokenPolicy,
  purpose: TokenPurpose,
  { role }: Pick<TokenOwner, "role">,
): RoleLifetimes {
  const lifetimes = policy.lifetimes[purpose]
  return lifetimes.byRole?.[role] ?? lifetimes
}

/** The moment at which a token that is used now goes idle. */
export function idleAfter(lifetime: Lifetime, now: Date): Date {
  return new Date(+now + lifetime.inactivityTimeoutMs)
}
