import { AsyncLocalStorage } from "node:async_hooks"
import type {
  Device,
  EnteredBrowser,
  Issued,
  Proof,
  ProviderSession,
  Token,
} from "log-out-everywhere"
import type { Newcomer } from "@/lib/users/sign-up-user"
import type { Stores } from "@/lib/users/stores"
import type { LogInRefusal } from "@/lib/users/verify-credentials"
import type { RememberedBrowser } from "./browser-cookie"

export type LogInFailure =
  | "wrong_credentials"
  | "throttled"
  | "changed_meanwhile"
  | "no_account"
  | "not_linked"
  | "unusable_profile"
  | "too_many_sessions"

/** What a logged-in person went to a provider for. Bound to the session that they left with. */
export interface ProviderIntent {
  /** It is used once. */
  readonly id: string
  readonly kind: "link" | "prove"
  readonly provider: string
  readonly tokenId: string
  /** The epoch of that session: whatever ends other tokens ends the intent too. */
  readonly epoch: number
  /** The page where they were. */
  readonly returnTo: string
  /** When they left, in milliseconds since 1970. A proof at the provider must be later. */
  readonly at: number
}

/** The browser in which a session began. */
export type Entered = Pick<EnteredBrowser, "isNew">

/**
 * What one log-in knows, from the proof to the session.
 *
 * NextAuth calls `createSession({ sessionToken, userId, expires })`, with no room for the epoch that
 * stood beside the proof. It travels here.
 */
export interface LogInContext {
  readonly device: Device
  /** The secret in the browser's cookie before this log-in, which ends with it. */
  readonly previousSecret: string | null
  /** "password", "magic_link", or the provider's id. */
  readonly method: string
  /** What the browser is known by to people who have logged in from it. */
  readonly browserSecrets: readonly string[]
  /** Set where a logged-in person went to the provider to link it, or to prove who they are. */
  readonly intent: ProviderIntent | null
  readonly proofs: Map<string, Proof>
  /** Hears what was wrong with an address and a password. */
  readonly tell?: (refusal: LogInRefusal) => void
  /** What else belongs to the beginning of a session, in its transaction. */
  readonly onStart?: (stores: Stores, session: Token, browser: Entered, now: Date) => Promise<void>
  isRemembered: boolean
  /** The parsed profile of a person whom the provider brings and who has no account yet. */
  newcomer?: Newcomer
  /** The provider's session from which this one comes. */
  provider?: ProviderSession | null
  /** When the person proved themselves, where that may have been before this log-in. */
  provedAt?: Date
  /** The account that this log-in opened: the one that a provider may be linked to on the way. */
  createdUserId?: string
  /** The person comes back to a session that went idle, and the new one keeps its absolute deadline. */
  isReturning?: boolean
  /** What goes into the cookie. */
  issued?: Issued
  /** What the browser is known by from now on. */
  remembered?: RememberedBrowser
  failure?: LogInFailure
  /** The store could not answer: not the same as being logged out. */
  isOutage?: boolean
  /** The session that the browser's cookie opened is over. */
  isLoggedOut?: boolean
}

const storage = new AsyncLocalStorage<LogInContext>()

export const currentLogIn = (): LogInContext | undefined => storage.getStore()

export function runLogIn<Value>(context: LogInContext, work: () => Promise<Value>): Promise<Value> {
  return storage.run(context, work)
}

/** Keeps the first proof: one that is read again later could carry a later epoch. */
export function noteProof(proof: Proof): void {
  const proofs = currentLogIn()?.proofs
  if (proofs && !proofs.has(proof.userId)) proofs.set(proof.userId, proof)
}

/**
 * Notes that the address which a provider names opens no account, and returns the error of it. One that
 * somebody has, and one that somebody may still take back, are refused alike.
 */
export function notLinked(): Error {
  const logIn = currentLogIn()
  if (logIn && logIn.method !== "magic_link") logIn.failure = "not_linked"
  return new Error("This e-mail address has an account already.")
}
