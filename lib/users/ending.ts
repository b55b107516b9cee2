import {
  applyTrigger,
  type EverywhereScope,
  endEverywhere,
  type OthersScope,
  type Revocation,
  type RevocationCount,
  type Scope,
  type TokenStore,
  type TriggerRule,
  type TriggerTarget,
  totalOf,
} from "log-out-everywhere"
import type { AuditEntry } from "@/lib/users/ports/stores"

/** How far an act reached, as its audit entry says it. */
type Reach = Pick<AuditEntry, "scope" | "endedEpoch">

/** What an act has ended, counted at once: the audit entry and the mail of the same transaction tell it. */
export interface Ending {
  readonly ended: RevocationCount
  /** The same as the act's audit entry says it. */
  readonly told: Pick<AuditEntry, "reason" | keyof Reach> & { readonly count: number }
}

/** Ends what the rule of a trigger says. */
export async function endByTrigger(
  tokens: TokenStore,
  rule: TriggerRule,
  target: TriggerTarget,
  revocation: Revocation,
): Promise<Ending> {
  const { epoch, scope } = await applyTrigger(tokens, rule, target, revocation)
  const reach = scope ? { scope, endedEpoch: epoch } : {}
  return endingOf(await tokens.countEnded(target.userId, epoch), revocation, reach)
}

/** Ends a person's tokens in scope: those on other devices, or everything. */
export async function endInScope(
  tokens: TokenStore,
  userId: string,
  scope: OthersScope | EverywhereScope,
  revocation: Revocation,
): Promise<Ending> {
  const epoch = await endEverywhere(tokens, userId, scope, revocation)
  const reach = { scope: scope.kind, endedEpoch: epoch }
  return endingOf(await tokens.countEnded(userId, epoch), revocation, reach)
}

/** Ends a person's tokens in scope by writing to their rows, and leaves their epoch as it is. */
export async function revokeInScope(
  tokens: TokenStore,
  userId: string,
  scope: Scope,
  revocation: Revocation,
): Promise<Ending> {
  const ended = await tokens.revoke(userId, scope, revocation)
  return endingOf(ended, revocation, { scope: scope.kind })
}

const endingOf = (ended: RevocationCount, { reason }: Revocation, reach: Reach): Ending => ({
  ended,
  told: { reason, ...reach, count: totalOf(ended) },
})
