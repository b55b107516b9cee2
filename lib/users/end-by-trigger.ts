import {
  applyTrigger,
  type Revocation,
  type RevocationCount,
  type TokenStore,
  type TriggerRule,
  type TriggerTarget,
} from "log-out-everywhere"

/** Applies a trigger, and counts at once what ended: the audit entry and the mail of the same transaction tell it. */
export async function endByTrigger(
  tokens: TokenStore,
  rule: TriggerRule,
  target: TriggerTarget,
  revocation: Revocation,
): Promise<{ readonly ended: RevocationCount; readonly scope?: "others" | "everywhere" }> {
  const { epoch, ...reach } = await applyTrigger(tokens, rule, target, revocation)
  return { ended: await tokens.countEnded(target.userId, epoch), ...reach }
}
