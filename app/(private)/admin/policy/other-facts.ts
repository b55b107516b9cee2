import { texts } from "@/lib/texts"
import { type Authentication, tokenPurposes } from "@/lib/tokens"

/** What the policy says beside its two tables. */
export function otherFacts({ policy, retention, logOutEverywhere }: Authentication) {
  const words = texts.policy
  const { mostSessions } = policy
  const spared = tokenPurposes.filter((purpose) => !logOutEverywhere.purposes.includes(purpose))
  return [
    { term: words.everywhere, value: words.purposeList(logOutEverywhere.purposes) },
    { term: words.spared, value: words.purposeList(spared) || words.nothing },
    {
      term: words.mostSessions,
      value: mostSessions ? words.limit(mostSessions.standard) : words.anyNumber,
    },
    ...Object.entries(mostSessions?.byRole ?? {}).map(([role, limit]) => ({
      term: words.limitOfRole(role),
      value: words.limit(limit),
    })),
    { term: words.freshFor, value: words.duration(policy.freshForMs) },
    { term: words.touchInterval, value: words.duration(policy.touchIntervalMs) },
    { term: words.endedKept, value: words.duration(retention.endedMs) },
    { term: words.auditKept, value: words.duration(retention.auditMs) },
  ]
}
