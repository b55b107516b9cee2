import type { RevocationCount } from "../core/store.ts"
import type { TokenPurpose } from "../core/token.ts"

/** How many tokens of one purpose. */
export interface CountRow {
  readonly purpose: TokenPurpose
  readonly tokens: number
}

/** What counts by purpose come to. */
export function toCount(rows: readonly CountRow[]): RevocationCount {
  return Object.fromEntries(rows.map(({ purpose, tokens }) => [purpose, tokens]))
}
