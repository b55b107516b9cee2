import type { RevocationCount } from "./store.ts"
import type { Revocation, TokenPurpose } from "./token.ts"

/** A token that an act on many people's ended. */
export interface EndedToken {
  readonly id: string
  readonly userId: string
  readonly purpose: TokenPurpose
}

/** Acts on the tokens of many people, or of all. Run in a transaction. */
export interface EveryonesTokens {
  /**
   * Ends those of these tokens that are live, but the spared one, and the trust in the browsers of sessions.
   * One that ended before keeps its reason and is not returned.
   */
  revoke(
    tokenIds: readonly string[],
    sparedTokenId: string | null,
    revocation: Revocation,
  ): Promise<readonly EndedToken[]>
  /**
   * Voids every token of these purposes at once, but the spared one, and returns the ids of the ended
   * generations. Writes one row for each purpose, however many tokens it ends. A log-in under way waits.
   */
  raiseGenerations(
    purposes: readonly TokenPurpose[],
    sparedTokenId: string | null,
    by: string | null,
  ): Promise<readonly string[]>
  /** How many tokens these generations ended, by purpose. Takes time in proportion to them. */
  countVoided(generationIds: readonly string[]): Promise<RevocationCount>
  /** How many live tokens of each purpose there are. Counts no further than `max` of each. */
  countLive(max: number): Promise<RevocationCount>
}
