import { endEverywhere } from "./end-everywhere.ts"
import type { TokenStore } from "./store.ts"
import type { EndablePurpose, Revocation } from "./token.ts"

/** A change after which tokens end by themselves. */
export type TriggerEvent = (typeof triggerEvents)[number]

/** Every change after which tokens end by themselves. */
export const triggerEvents = [
  "password_changed",
  "password_reset",
  "reset_started_by_admin",
  "email_changed",
  "role_changed",
  "account_disabled",
  "account_deleted",
  "provider_unlinked",
  "reported",
] as const

/** What an event ends. "ask" leaves it to the person, in the form of the change. */
export interface TriggerRule {
  readonly scope: "none" | "others" | "everywhere" | "ask"
  readonly purposes: readonly EndablePurpose[]
}

/** What ends after which change. */
export type Triggers = Readonly<Record<TriggerEvent, TriggerRule>>

/** The person whose tokens end, and the session that may be spared. */
export interface TriggerTarget {
  readonly userId: string
  /** The session in which the person acts; null if they act by a link, or another user does. */
  readonly currentTokenId: string | null
  /** That session has just been given a new secret, and so goes on even when everything ends. */
  readonly isRotated?: boolean
}

/** What a change has ended. */
export interface AppliedTrigger {
  /** The epoch that is over: `countEnded` says how many tokens ended with it. */
  readonly epoch: number
  /** How far it reached, which the rule alone does not say; left out if no token ended. */
  readonly scope?: "others" | "everywhere"
}

/** Links that wait in a mailbox and would change or open the account. A new password ends them all. */
export const pendingLinks = [
  "password_reset",
  "magic_link",
  "invitation",
  "email_change",
] as const satisfies readonly EndablePurpose[]

/** What ends on other devices: an intruder at one may have asked for a link, and would come back by it. */
export const devicePurposes: readonly EndablePurpose[] = ["session", ...pendingLinks]

/** The rule once the person has answered: their other devices as well, or only the links that wait. */
export function decideRule(rule: TriggerRule, endsOthers: boolean): TriggerRule {
  if (rule.scope !== "ask") return rule
  return { scope: "others", purposes: endsOthers ? rule.purposes : pendingLinks }
}

/**
 * Ends what the rule says, inside the transaction of the change itself.
 *
 * Raises the epoch even if the rule ends nothing, so that a log-in under way that proved the old state is
 * refused. No browser stays known but the one in which the person acts.
 */
export async function applyTrigger(
  tokens: TokenStore,
  { scope, purposes }: TriggerRule,
  { userId, currentTokenId, isRotated = false }: TriggerTarget,
  revocation: Revocation,
): Promise<AppliedTrigger> {
  if (scope === "none") {
    const sparedTokenId = currentTokenId ?? undefined
    return { epoch: await tokens.raiseEpoch(userId, revocation, { purposes: [], sparedTokenId }) }
  }
  const isSpared = currentTokenId !== null && (isRotated || scope !== "everywhere")
  const reach = isSpared
    ? ({ kind: "others", currentTokenId, purposes } as const)
    : ({ kind: "everywhere", purposes } as const)
  return { epoch: await endEverywhere(tokens, userId, reach, revocation), scope: reach.kind }
}
