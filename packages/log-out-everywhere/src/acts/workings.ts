import type { Authentication } from "../core/authentication.ts"
import type { ActingTokenStore, TokenStore } from "../core/store.ts"
import type { TokenOwner } from "../core/token.ts"
import type { Act, Refusal } from "./act.ts"

/** What acts work with: the store on one transaction, the policy, and whom they tell. */
export interface Workings<Owner extends TokenOwner> {
  readonly tokens: TokenStore<Owner>
  /** Counts what an act has ended, once it is done. */
  readonly counting: Pick<TokenStore, "countEnded">
  readonly authentication: Pick<Authentication, "policy" | "triggers" | "logOutEverywhere">
  tell(act: Act<Owner>): Promise<void>
  refuse(refusal: Refusal): Promise<void>
}

/** The store, if it has all that `ActingTokenStore` adds; else null. */
export function acting(tokens: TokenStore): ActingTokenStore | null {
  const { lockOwner, hold, revokeLeastRecent, countLive, forgetBrowserOf } =
    tokens as Partial<ActingTokenStore>
  const has = [lockOwner, hold, revokeLeastRecent, countLive, forgetBrowserOf].every(Boolean)
  return has ? (tokens as ActingTokenStore) : null
}
