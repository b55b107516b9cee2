import type { Authentication } from "../core/authentication.ts"
import { defaultAuthentication } from "../core/default-authentication.ts"
import { type Resumed, resume } from "../core/lifecycle.ts"
import type { TokenPolicy } from "../core/policy.ts"
import type { Result } from "../core/result.ts"
import { hashSecret } from "../core/secret.ts"
import type { Mark } from "../core/store.ts"
import type { Token, TokenOwner, TokenPurpose } from "../core/token.ts"
import type { TokenDatabase } from "../core/token-database.ts"
import type { Act, Refusal } from "./act.ts"
import type { Acts, ActsIn, SessionEnded, SessionOf } from "./acts.ts"
import { actsOn } from "./acts-on.ts"
import { acting } from "./workings.ts"

/** What `logOutEverywhere` is made of. */
export interface LogOutEverywhereParts<Owner extends TokenOwner, Tx> {
  /**
   * What `defineAuthentication` returns. Its `tokens.revoke` may be left out: this ends tokens itself. Left out:
   * `defaultAuthentication()`.
   */
  readonly authentication?: Pick<
    Authentication,
    "policy" | "triggers" | "logOutEverywhere" | "actionWith"
  >
  readonly store: TokenDatabase<Owner, Tx>
  /**
   * Told of each act inside its transaction, for what must be written down together with it: an audit log, a mail
   * to send. What it throws undoes the act.
   */
  readonly onAct?: (tx: Tx, act: Act<Owner>) => Promise<void> | void
  /** Told of what was refused: once the transaction is over, or at once in the app's own. What it throws, the caller gets. */
  readonly onRefused?: (refusal: Refusal) => Promise<void> | void
  /**
   * Told why a touch could not be written: for the log. The check that asked for it has answered; while the store
   * cannot write, people go idle.
   */
  readonly onTouchFailed?: (error: unknown) => void
}

/** The tokens of an app: its policy and its store, under the names of what people do. */
export interface LogOutEverywhere<Owner extends TokenOwner = TokenOwner, Tx = unknown>
  extends Acts {
  readonly policy: TokenPolicy
  readonly store: TokenDatabase<Owner, Tx>
  /**
   * Finds the live token behind a secret; the one question that every way in asks. `touch: true` says that a
   * person acted. Fails as the function `resume` does. A store that cannot answer throws: an outage is not a log-out.
   */
  resume(
    purpose: TokenPurpose,
    secret: string,
    options: { readonly touch: boolean },
  ): Promise<Result<Resumed<Owner>, "unknown" | "idle" | "expired" | "revoked">>
  /**
   * Where a person is logged in, the session that was used last first (ASVS 7.5.2); with a purpose, their other live
   * tokens. At most 100, unless `max` says otherwise. Throws if the store cannot list.
   */
  liveTokens(
    userId: string,
    wanted?: { readonly purpose?: TokenPurpose; readonly max?: number },
  ): Promise<readonly Token[]>
  /** Takes a mark: before anything is read that a proof rests on. Good for ten minutes, for `issue`. */
  mark(): Promise<Mark>
  /**
   * The acts on a transaction of the app's own: its write and the act commit together or not at all. One that is stricter than READ
   * COMMITTED may fail to serialize (40001 in PostgreSQL): run it again.
   */
  in(tx: Tx): ActsIn
  /** `in(tx).asActor` in its own transaction, which is handed to the work with the acts on it. */
  asActor<Value>(
    session: SessionOf,
    work: (tx: Tx, acts: ActsIn) => Promise<Value>,
  ): Promise<Value | SessionEnded>
  /** Runs an add-on's action on a user, under the names that the add-on gives it. */
  readonly action: Authentication["action"]
}

/**
 * Puts a policy and a store together. Each act of what it returns runs in its own transaction; those of
 * `in(tx)` run in the app's.
 *
 * Throws if the policy limits sessions and the store cannot count them.
 */
export function logOutEverywhere<Owner extends TokenOwner, Tx>({
  authentication = defaultAuthentication(),
  store,
  onAct,
  onRefused,
  onTouchFailed,
}: LogOutEverywhereParts<Owner, Tx>): LogOutEverywhere<Owner, Tx> {
  const { policy } = authentication
  if (policy.maxSessions && !acting(store.tokens)) throw new Error(cannotCount)

  const on = (tx: Tx, tokens = store.in(tx), refuse = refused, counting = tokens) =>
    actsOn({
      tokens,
      counting,
      authentication,
      tell: async (act) => onAct?.(tx, act),
      refuse,
    })
  async function refused(refusal: Refusal) {
    await onRefused?.(refusal)
  }
  /** Calls `onRefused` once for a refusal, however often a store has to begin again. */
  async function own<Value>(work: (acts: ActsIn, tx: Tx) => Promise<Value>): Promise<Value> {
    let refusals: Refusal[] = []
    const value = await store.transact((tokens, _, tx) => {
      refusals = []
      const refuse = async (refusal: Refusal) => void refusals.push(refusal)
      return work(on(tx, tokens, refuse, store.tokens), tx)
    })
    for (const refusal of refusals) await refused(refusal)
    return value
  }

  const loe: LogOutEverywhere<Owner, Tx> = {
    policy,
    store,
    mark: () => store.tokens.mark(),
    async liveTokens(userId, { purpose = "session", max = 100 } = {}) {
      if (!store.liveTokens) throw new Error(cannotList)
      return store.liveTokens(userId, purpose, max)
    },
    in: (tx) => on(tx),

    async resume(purpose, secret, options) {
      const asked = { ...options, onTouchFailed }
      const resumed = await resume(store.tokens, policy, purpose, secret, asked)
      if (!resumed.ok && onRefused) {
        const { failure } = resumed
        const isKnown = failure !== "unknown"
        const found = isKnown ? await store.tokens.findByHash(hashSecret(secret)) : null
        const { userId = null, id: tokenId = null } = found?.token ?? {}
        await refused({ of: "resume", failure, purpose, userId, tokenId })
      }
      return resumed
    },

    issue: (request) => own((acts) => acts.issue(request)),
    rotate: (session, oldSecret) => own((acts) => acts.rotate(session, oldSecret)),
    logOut: (secret, options) => own((acts) => acts.logOut(secret, options)),
    logOutEverywhere: (userId, by) => own((acts) => acts.logOutEverywhere(userId, by)),
    logOutOthers: (userId, keep, by) => own((acts) => acts.logOutOthers(userId, keep, by)),
    revoke: (userId, tokenId, by) => own((acts) => acts.revoke(userId, tokenId, by)),
    passwordChanged: (userId, change) => own((acts) => acts.passwordChanged(userId, change)),
    apply: (event, userId, change) => own((acts) => acts.apply(event, userId, change)),
    asActor: (session, work) => own((acts, tx) => acts.asActor(session, () => work(tx, acts))),
    action: authentication.actionWith(async (userId, { purposes }) =>
      (await loe.logOutEverywhere(userId, { by: null, purposes })).count(),
    ),
  }
  return loe
}

const cannotList = "This store cannot list: give it `liveTokens`."

const cannotCount =
  "tokens.policy.maxSessions: this store cannot count sessions; leave the limit out, or give the store what `ActingTokenStore` asks."
