import { totalOf } from "../core/end-everywhere.ts"
import { hashSecret } from "../core/secret.ts"
import type { Revocation, RevocationReason, TokenOwner, TokenPurpose } from "../core/token.ts"
import {
  applyTrigger,
  decideRule,
  devicePurposes,
  type TriggerEvent,
  type TriggerRule,
  type TriggerTarget,
} from "../core/triggers.ts"
import type { Ended, EndedAct, EndedBy, EndedByChange } from "./act.ts"
import type { Acts } from "./acts.ts"
import { acting, type Workings } from "./workings.ts"

/** The acts that end tokens. */
export function endingOn<Owner extends TokenOwner>({
  tokens,
  counting,
  authentication: { triggers, logOutEverywhere },
  tell,
}: Workings<Owner>): Omit<Acts, "issue" | "rotate"> {
  /** Does the work, and tells of it. A person who is not there has no tokens: they are deleted with their owner. */
  async function end<Done extends Partial<EndedAct> & Ended>(
    userId: string,
    {
      by = userId,
      reason = by === null || by === userId ? undefined : "revoked_by_admin",
    }: EndedBy,
    usual: RevocationReason,
    work: (revocation: Revocation) => Promise<Done | null>,
  ): Promise<Done | null> {
    const found = await tokens.findOwner(userId)
    if (!found) return null
    const { owner, now: at } = found
    const revocation = { at, reason: reason ?? usual, by }
    const done = await work(revocation)
    if (done) await tell({ kind: "ended", owner, ...revocation, scope: null, event: null, ...done })
    return done
  }

  const one =
    (userId: string, tokenId: string, purpose: TokenPurpose) => async (revocation: Revocation) => {
      const ended = await tokens.revoke(userId, { kind: "one", tokenId, purpose }, revocation)
      return totalOf(ended) > 0 ? { scope: "one" as const, count: async () => ended } : null
    }

  /** What ends here is counted by the hook in the transaction, by the caller once it is over. */
  async function endEpoch(
    rule: TriggerRule,
    target: TriggerTarget,
    by: EndedBy,
    usual: RevocationReason,
    event: TriggerEvent | null = null,
  ): Promise<EndedByChange> {
    const { userId } = target
    const done = await end(userId, by, usual, async (revocation) => {
      const { epoch, ...reach } = await applyTrigger(tokens, rule, target, revocation)
      return { ...reach, event, epoch, count: () => tokens.countEnded(userId, epoch) }
    })
    if (!done) return { count: async () => ({}) }
    const { epoch, scope } = done
    return { ...(scope && { scope }), count: () => counting.countEnded(userId, epoch) }
  }

  const acts: Omit<Acts, "issue" | "rotate"> = {
    async logOut(secret, { purpose = "session", reason = "log_out" } = {}) {
      const found = secret === "" ? null : await tokens.findByHash(hashSecret(secret))
      if (!found) return false
      const { id, userId } = found.token
      return (await end(userId, {}, reason, one(userId, id, purpose))) !== null
    },

    logOutEverywhere(userId, { purposes = logOutEverywhere.purposes, ...by } = {}) {
      const rule = { scope: "everywhere", purposes } as const
      return endEpoch(rule, { userId, currentTokenId: null }, by, "log_out_everywhere")
    },

    logOutOthers(userId, keep, { purposes = devicePurposes, ...by } = {}) {
      const rule = { scope: "others", purposes } as const
      return endEpoch(rule, { userId, currentTokenId: keep }, by, "log_out_others")
    },

    async revoke(userId, tokenId, { purpose = "session", ...by } = {}) {
      const done = await end(userId, by, "revoked_by_user", async (revocation) => {
        const ended = await one(userId, tokenId, purpose)(revocation)
        if (ended) await acting(tokens)?.forgetBrowserOf(userId, tokenId, revocation)
        return ended
      })
      return done !== null
    },

    passwordChanged: (userId, change) => acts.apply("password_changed", userId, change),

    apply(event, userId, { keep, endsOthers = true, by, reason }) {
      const rule = decideRule(triggers[event], endsOthers)
      const target = { userId, currentTokenId: keep, isRotated: keep !== null }
      const ending = {
        by: by === undefined && isDoneByOthers(event) ? null : by,
        reason: reason ?? reasons[event],
      }
      return endEpoch(rule, target, ending as EndedBy, ending.reason, event)
    },
  }
  return acts
}

const isDoneByOthers = (event: TriggerEvent) =>
  ["reset_started_by_admin", "role_changed", "account_disabled", "account_deleted"].includes(event)

/** What a token that ends with the change says of it. */
const reasons: Readonly<Record<TriggerEvent, RevocationReason>> = {
  password_changed: "password_change",
  password_reset: "password_reset",
  reset_started_by_admin: "reset_by_admin",
  email_changed: "email_change",
  role_changed: "role_change",
  account_disabled: "account_disabled",
  account_deleted: "account_disabled",
  provider_unlinked: "provider_change",
  reported: "reported",
}
