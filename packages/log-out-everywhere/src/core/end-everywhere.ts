import type { EverywhereScope, OthersScope, RevocationCount, TokenStore } from "./store.ts"
import type { Revocation, TokenPurpose } from "./token.ts"

/**
 * Ends a user's tokens in scope (ASVS 7.4.3, 7.5.2), and lets no log-in that is under way escape. Returns the
 * epoch that is over: `countEnded` says how many tokens ended with it.
 *
 * Runs inside a transaction. Raising the epoch locks the owner, so that a log-in which was authenticated
 * before and inserts after is refused. The rest (the current session, spared purposes, rows past a
 * deadline) are what they were. The browsers that are known lose their trust, but for the one of the
 * current session.
 */
export function endEverywhere(
  tokens: TokenStore,
  userId: string,
  scope: EverywhereScope | OthersScope,
  revocation: Revocation,
): Promise<number> {
  const { purposes } = scope
  const ending =
    scope.kind === "others"
      ? { purposes, sparedTokenId: scope.currentTokenId }
      : { purposes, issuedAfter: scope.issuedAfter }
  return tokens.raiseEpoch(userId, revocation, ending)
}

/** How many tokens ended, of whatever purpose. */
export function totalOf(count: RevocationCount): number {
  return Object.values(count).reduce((total, ended) => total + ended, 0)
}

/** What a count says of these purposes alone. */
export function ofPurposes(
  count: RevocationCount,
  purposes: readonly TokenPurpose[],
): RevocationCount {
  return Object.fromEntries(purposes.map((purpose) => [purpose, count[purpose] ?? 0]))
}
