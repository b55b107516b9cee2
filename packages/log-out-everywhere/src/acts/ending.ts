import { endEverywhere, totalOf } from "../core/end-everywhere.ts"
import { hashSecret } from "../core/secret.ts"
import type { Revocation, RevocationReason, TokenOwner, TokenPurpose } from "../core/token.ts"
import {
  type AppliedTrigger,
  applyTrigger,
  decided,
  devicePurposes,
  type TriggerEvent,
} from "../core/triggers.ts"
import type { EndedAct, EndedBy } from "./act.ts"
import type { Acts } from "./acts.ts"
import { acting, type Workings } from "./workings.ts"

type Ended = Pick<EndedAct, "ended"> & Partial<Pick<EndedAct, "scope" | "event">>

/** The acts that end tokens. */
export function endingOn<Owner extends TokenOwner>({
  tokens,
  authentication: { triggers, logOutEverywhere },
  tell,
}: Workings<Owner>): Omit<Acts, "issue" | "rotate"> {
  /** A person who is not there has no tokens: they are deleted with their owner. */
  async function end(
    userId: string,
    {
      by = userId,
      reason = by === null || by === userId ? undefined : "revoked_by_admin",
    }: EndedBy,
    usual: RevocationReason,
    work: (revocation: Revocation) => Promise<Ended | null>,
  ): Promise<Ended["ended"]> {
    const found = await tokens.findOwner(userId)
    if (!found) return {}
    const { owner, now: at } = found
    const revocation = { at, reason: reason ?? usual, by }
    const done = await work(revocation)
    if (!done) return {}
    await tell({ kind: "ended", owner, ...revocation, scope: null, event: null, ...done })
    return done.ended
  }

  const one =
    (userId: string, tokenId: string, purpose: TokenPurpose) =>
    async (revocation: Revocation): Promise<Ended | null> => {
      const scope = { kind: "one", tokenId, purpose } as const
      const ended = await tokens.revoke(userId, scope, revocation)
      return totalOf(ended) > 0 ? { scope: "one", ended } : null
    }

  const acts: Omit<Acts, "issue" | "rotate"> = {
    async logOut(secret, { purpose = "session", reason = "log_out" } = {}) {
      const found = secret === "" ? null : await tokens.findByHash(hashSecret(secret))
      if (!found) return false
      const { id, userId } = found.token
      return totalOf(await end(userId, {}, reason, one(userId, id, purpose))) > 0
    },

    logOutEverywhere: (userId, { purposes = logOutEverywhere.purposes, ...by } = {}) =>
      end(userId, by, "log_out_everywhere", async (revocation) => {
        const scope = { kind: "everywhere", purposes } as const
        return { scope: scope.kind, ended: await endEverywhere(tokens, userId, scope, revocation) }
      }),

    logOutOthers: (userId, keep, { purposes = devicePurposes, ...by } = {}) =>
      end(userId, by, "log_out_others", async (revocation) => {
        const scope = { kind: "others", currentTokenId: keep, purposes } as const
        return { scope: scope.kind, ended: await endEverywhere(tokens, userId, scope, revocation) }
      }),

    async revoke(userId, tokenId, { purpose = "session", ...by } = {}) {
      const ended = await end(userId, by, "revoked_by_user", async (revocation) => {
        const done = await one(userId, tokenId, purpose)(revocation)
        if (done) await acting(tokens)?.forgetBrowserOf(userId, tokenId, revocation)
        return done
      })
      return totalOf(ended) > 0
    },

    passwordChanged: (userId, change) => acts.apply("password_changed", userId, change),

    async apply(event, userId, { keep, endsOthers = true, by, reason }) {
      const rule = decided(triggers[event], endsOthers)
      const target = { userId, currentTokenId: keep, isRotated: keep !== null }
      const ending = {
        by: by === undefined && isDoneByOthers(event) ? null : by,
        reason: reason ?? reasons[event],
      }
      let applied: AppliedTrigger = { ended: {} }
      await end(userId, ending as EndedBy, ending.reason, async (revocation) => {
        applied = await applyTrigger(tokens, rule, target, revocation)
        return { ...applied, event }
      })
      return applied
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
