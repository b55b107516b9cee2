import type { TokenHash } from "./secret.ts"
import type { EndablePurpose, Revocation, Token, TokenOwner, TokenPurpose } from "./token.ts"

declare const marked: unique symbol

/**
 * Where a store stood at one moment, as text of the store's own. Taken before a proof is read and handed to
 * `insert`, it stands in for the owner's epoch of that moment, for a caller that does not know yet whose proof
 * it will be. Good for ten minutes.
 */
export type Mark = string & { readonly [marked]: true }

/** How long a mark is good for, in milliseconds. */
export const markLifetimeMs = 10 * 60_000

/** How far a revocation without a new epoch reaches among one user's tokens. */
export type Scope = OneScope | BrowserScope | EverywhereScope

/** One token. */
export interface OneScope {
  readonly kind: "one"
  readonly tokenId: string
  /** Named, so that an id of another purpose's token ends nothing. */
  readonly purpose: TokenPurpose
}

/** A browser, and the sessions that were opened in it, but for the one in which the person acts. */
export interface BrowserScope {
  readonly kind: "browser"
  readonly browserId: string
  readonly currentTokenId: string
}

/** Every token of these purposes but the one with which the person acts. */
export interface OthersScope {
  readonly kind: "others"
  readonly currentTokenId: string
  readonly purposes: readonly EndablePurpose[]
}

/** Every token of these purposes. */
export interface EverywhereScope {
  readonly kind: "everywhere"
  readonly purposes: readonly EndablePurpose[]
  /** Spares what was issued at or before this instant. */
  readonly issuedAfter?: Date
}

/** What ends with the epoch of one user. */
export interface Ending {
  readonly purposes: readonly EndablePurpose[]
  /** Goes on, and with it the browser in which it was opened. */
  readonly sparedTokenId?: string | undefined
  /** Spares what was issued at or before this instant. */
  readonly issuedAfter?: Date | undefined
}

/** How many tokens ended, by purpose. A purpose of which none ended is absent. */
export type RevocationCount = Readonly<Partial<Record<TokenPurpose, number>>>

/** A token as it is handed to the store, which adds the realm's present generation. */
export type NewToken = Omit<Token, "id" | "realmGeneration" | "revocation" | Optional> &
  Partial<Pick<Token, Optional>> & { readonly mark?: Mark | undefined }

type Optional = "browserId" | "provider" | "name" | "data"

/** All that is needed to judge a token, read in one query, and so at one moment. */
export interface FoundToken<Owner extends TokenOwner = TokenOwner> {
  readonly token: Token
  readonly owner: Owner
  /** The present generation of the token's purpose. */
  readonly realmGeneration: number
  /** The store's clock. Deadlines are compared with it, and never with the clock of one server of many. */
  readonly now: Date
}

/** An owner as they are now, by the store's clock. */
export interface FoundOwner<Owner extends TokenOwner = TokenOwner> {
  readonly owner: Owner
  readonly now: Date
}

/**
 * Where tokens are kept. `describeTokenStore` proves these laws of any implementation.
 *
 * "Live" below is what `tokenStatus` calls active.
 */
export interface TokenStore<Owner extends TokenOwner = TokenOwner> {
  /** Finds by hash whatever the token's status. One query, since every request pays for it. */
  findByHash(hash: TokenHash): Promise<FoundToken<Owner> | null>
  /** The owner, enabled or not; null if there is no such user. Reads with the proof, or after `mark`. */
  findOwner(userId: string): Promise<FoundOwner<Owner> | null>
  /** Takes a mark. A proof that is read from now on is vouched for by it. */
  mark(): Promise<Mark>
  /**
   * Inserts only while the owner still bears `token.epoch`, was not raised since `token.mark`, and is
   * enabled; otherwise writes nothing and answers null, as it does if the mark is older than
   * `markLifetimeMs` or the owner is deleted. Throws if another token has the hash.
   *
   * The owner's row stays locked against a change of epoch until the insert commits. Without that a
   * log-in with the old password could slip in behind a password change.
   */
  insert(token: NewToken, hash: TokenHash): Promise<Token | null>
  /**
   * Records activity that is later than what is recorded.
   *
   * Does nothing to a token that is not live by the store's clock, however early `at` is: a slow
   * request must not revive one.
   */
  touch(tokenId: string, at: Date, idleAt: Date): Promise<boolean>
  /**
   * Gives a live token a new secret, and notes that its owner proved who they are at `at`.
   *
   * Does nothing, and answers false, unless the token still has the old hash: of two rotations that
   * race, one wins.
   */
  rotate(tokenId: string, from: TokenHash, to: TokenHash, at: Date): Promise<boolean>
  /**
   * Revokes the user's live tokens in scope and says how many of each purpose ended.
   *
   * Idempotent: a token already revoked keeps its first reason and is not counted; one past a
   * deadline is left as it is. Never reaches another user's tokens, whatever the scope names.
   */
  revoke(userId: string, scope: Scope, revocation: Revocation): Promise<RevocationCount>
  /**
   * Raises the owner's epoch: ends the user's live tokens of the purposes that are named, and carries the
   * others into the new epoch. Answers the epoch that is over, for `countEnded`; 0 if there is no such user.
   *
   * Its cost is that of what goes on. What ends stays as it is, behind its owner's epoch, and bears the
   * revocation from now on. What had ended before keeps its own end.
   *
   * Locks the owner until the transaction ends. Only tokens of the one epoch before are carried: a
   * row that a still earlier raise left behind stays dead. One past its absolute deadline is left behind
   * too: it is over for good, and a person may have thousands of them.
   *
   * Browsers end, whatever is named: their trust must not outlive the epoch, or a thief's would still be
   * known afterwards.
   */
  raiseEpoch(userId: string, revocation: Revocation, ending: Ending): Promise<number>
  /**
   * How many tokens of each purpose ended with the epoch, but for browsers: the same whenever it is asked,
   * for as long as their rows are kept. Apart from `raiseEpoch`, since it costs what ended, and delays nobody.
   */
  countEnded(userId: string, epoch: number): Promise<RevocationCount>
}

/**
 * What acts of an app ask of a store beyond logging in, checking and logging out: a limit of sessions, the
 * return from idleness, the trust in browsers, acts that wait for one another. `describeActingTokenStore`
 * proves these laws.
 */
export interface ActingTokenStore<Owner extends TokenOwner = TokenOwner> extends TokenStore<Owner> {
  /** Takes away the trust in the browser in which one of the user's sessions was opened, live or over. */
  forgetBrowserOf(userId: string, tokenId: string, revocation: Revocation): Promise<void>
  /**
   * Keeps a live token live until the transaction ends, and says whether it is.
   *
   * For an act that had to wait for the lock on its owner: the token that it acts with may have ended
   * meanwhile.
   */
  hold(tokenId: string): Promise<boolean>
  /**
   * Locks the owner until the transaction ends, as `raiseEpoch` does and `insert` does by itself: for
   * what must look first, since log-ins and acts of one owner then come one after the other.
   */
  lockOwner(userId: string): Promise<void>
  /** Revokes the user's live tokens of the purpose but the spared one and the `max - 1` used last; says how many. */
  revokeLeastRecent(
    userId: string,
    purpose: TokenPurpose,
    max: number,
    sparedTokenId: string,
    revocation: Revocation,
  ): Promise<number>
  /**
   * Writes down that an idle token was replaced. Does nothing to any other: a token past its absolute
   * deadline, revoked, or of an earlier generation is over for good, and a live one is revoked.
   */
  replaceIdle(tokenId: string, at: Date): Promise<boolean>
  /** How many live tokens of each purpose the user has, but for browsers, which open nothing. */
  countLive(userId: string): Promise<RevocationCount>
}
