import type { TokenHash } from "../core/secret.ts"
import type { Ending, Scope } from "../core/store.ts"
import type { EndablePurpose, Token, TokenPurpose } from "../core/token.ts"

/** What may be left out of a token that is new. */
export const blank = { browserId: null, provider: null, name: null, data: null }

/** Not past a deadline, nor revoked: what is over keeps its own end. */
export const isUnended = ({ revocation, idleAt, expiresAt }: Token, at: Date) =>
  !revocation && at < idleAt && at < expiresAt

export const isBrowserAt = (at: Date) => (token: Token) =>
  token.purpose === "browser" && isUnended(token, at)

export function isInScope(token: Token, scope: Scope): boolean {
  switch (scope.kind) {
    case "one":
      return token.id === scope.tokenId && token.purpose === scope.purpose
    case "browser":
      return (
        token.id === scope.browserId ||
        (token.browserId === scope.browserId && token.id !== scope.currentTokenId)
      )
    case "everywhere":
      return isNamed(token, scope)
  }
}

export function isNamed({ purpose, issuedAt }: Token, { purposes, issuedAfter }: Ending): boolean {
  return purposes.includes(purpose as EndablePurpose) && (!issuedAfter || issuedAt > issuedAfter)
}

export function countByPurpose(tokens: readonly Token[]) {
  const count: Partial<Record<TokenPurpose, number>> = {}
  for (const { purpose } of tokens) count[purpose] = (count[purpose] ?? 0) + 1
  return count
}

export const keyOf = (hash: TokenHash) => Buffer.from(hash).toString("hex")

/** Keeps what the maps hold. What it returns puts it back. */
export function keep(maps: readonly ReadonlyMap<unknown, unknown>[]): () => void {
  const kept = maps.map((map) => ({ map: map as Map<unknown, unknown>, entries: [...map] }))
  return () => {
    for (const { map, entries } of kept) {
      map.clear()
      for (const [key, value] of entries) map.set(key, value)
    }
  }
}
