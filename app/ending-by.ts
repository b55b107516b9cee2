import { ofPurposes, type RevocationCount, type TriggerRule } from "log-out-everywhere"

/** What of these live tokens the rule would end now, where one of them is the session that goes on. */
export function endingBy(
  { scope, purposes }: TriggerRule,
  live: RevocationCount,
  sparesSession: boolean,
): RevocationCount {
  if (scope === "none") return {}
  const ending = ofPurposes(live, purposes)
  return sparesSession && ending.session ? { ...ending, session: ending.session - 1 } : ending
}
