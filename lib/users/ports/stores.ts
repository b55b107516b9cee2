import type {
  ActingTokenStore,
  EveryonesTokens as EveryonesTokensOfAddOn,
  OthersScope,
  RevocationReason,
  Scope,
  TokenOwner,
  Transact,
} from "log-out-everywhere"
import type { AuditAction } from "@/lib/names/audit-action"
import type { Role } from "@/lib/names/role"
import type { Outbox } from "./outbox"
import type { SweepStore } from "./sweeps"
import type { Credential, LockedUser, ProviderAccount, User } from "./user"

export type NewUser = Pick<User, "email" | "name" | "image" | "role" | "emailVerifiedAt"> &
  Pick<Credential, "passwordHash">

/** One who is enabled. */
export interface Administrator {
  readonly id: string
  /** Whether there is a password, or a provider's account. A person who never accepted an invitation has neither. */
  readonly hasWayIn: boolean
}

export interface UserStore {
  find(userId: string): Promise<User | null>
  findByEmail(email: string): Promise<User | null>
  /** Answers null when the e-mail address is taken, or somebody may still take it back. */
  insert(user: NewUser): Promise<User | null>
  /** The id of a person whom this provider began to sign up, and whom nothing can let in. */
  findHalfMade(email: string, provider: string): Promise<string | null>
  update(
    userId: string,
    profile: Partial<Pick<User, "name" | "image" | "emailVerifiedAt">>,
  ): Promise<User>
  findCredential(
    person: { readonly email: string } | { readonly userId: string },
  ): Promise<Credential | null>
  /** Locks the row until the transaction ends, and reads all that it holds then. */
  lock(userId: string): Promise<LockedUser | null>
  /** The one writer of the hash. Writes only over the hash that was verified. */
  replacePasswordHash(userId: string, from: string | null, to: string | null): Promise<boolean>
  /**
   * Gives the person another address, which they have confirmed. Answers false when it is taken, or
   * somebody else may still take it back: then the transaction must fail.
   */
  setEmail(userId: string, email: string, verifiedAt: Date): Promise<boolean>
  /**
   * Locks every enabled administrator's row, so that two acts cannot each spare the other's target.
   */
  lockAdministrators(): Promise<readonly Administrator[]>
  setRole(userId: string, role: Role): Promise<void>
  setDisabledAt(userId: string, at: Date | null): Promise<void>
  /** Deletes the user with every token and provider link, and every mail that was written to them. */
  remove(userId: string): Promise<void>
}

export interface AccountStore {
  /** The account's owner with the epoch, in one read. */
  findOwner(account: ProviderAccount): Promise<Omit<Credential, "passwordHash"> | null>
  list(userId: string): Promise<readonly (ProviderAccount & { readonly linkedAt: Date })[]>
  /** Answers false when the account opens somebody's account already. */
  link(userId: string, account: ProviderAccount, type: string): Promise<boolean>
  unlink(userId: string, account: ProviderAccount): Promise<boolean>
  /** Unlinks what was linked at that moment or later, and says which providers' accounts those were. */
  unlinkSince(userId: string, moment: Date): Promise<readonly string[]>
}

export interface BrowserStore {
  /**
   * Keeps what a person calls one of their known browsers; an empty name takes it away. Answers false, and writes
   * nothing, of another's browser, and of one that is not known any more.
   */
  setName(userId: string, browserId: string, name: string): Promise<boolean>
}

export interface AuditEntry {
  readonly action: AuditAction
  /** Null where nobody was logged in. */
  readonly actorId: string | null
  readonly targetId: string | null
  readonly address: string | null
  /** Why tokens ended. Of an account that is gone no token is left to say it. */
  readonly reason?: RevocationReason | "account_deleted"
  readonly scope?: Scope["kind"] | OthersScope["kind"]
  readonly count?: number
  /** The target's epoch that ended with the act: by it the receipt finds what ended. */
  readonly endedEpoch?: number
  /** Ids and words of ours; never names, addresses of mail, or secrets. */
  readonly details?: Readonly<Record<string, string | number | boolean | readonly string[]>>
}

/** One entry per act, written in the act's own transaction. Nothing changes an entry. */
export interface AuditLog {
  /** Answers the entry's id, which is the act's. */
  append(entry: AuditEntry): Promise<string>
  /**
   * Tells of what can be caused without end: of the first time, and, a quarter of an hour later, how often
   * it was in all. What counts together is this act at this door.
   */
  appendCounted(entry: AuditEntry, door: string): Promise<void>
  /** Whether the log, as far back as it is kept, tells of this act upon this person. */
  hasHappened(action: AuditAction, targetId: string): Promise<boolean>
}

/**
 * Tokens of all users: an administrator's or an operator's business, and nobody else's.
 *
 * Before `raiseGenerations` lock the administrators, and hold the spared session. `countVoided` may take
 * seconds: ask after the commit.
 */
export interface EveryonesTokens extends EveryonesTokensOfAddOn {
  /** Deletes the mailed links of those who have no account yet, and says how many. */
  forgetSignUpLinks(): Promise<number>
  /** Keeps what people are told whose tokens ended with these generations. */
  keepReason(generationIds: readonly string[], reason: string): Promise<void>
}

/** The owner of a token as a request sees them: enough for a page's head, and for NextAuth. */
export interface SessionOwner
  extends TokenOwner,
    Pick<User, "email" | "name" | "image" | "role" | "emailVerifiedAt" | "hasPassword"> {
  readonly role: Role
}

export interface Stores {
  readonly tokens: ActingTokenStore<SessionOwner>
  readonly users: UserStore
  readonly accounts: AccountStore
  readonly browsers: BrowserStore
  readonly audit: AuditLog
  readonly outbox: Outbox
  readonly everyonesTokens: EveryonesTokens
  readonly sweeps: SweepStore
}

export type TransactStores = Transact<Stores>
