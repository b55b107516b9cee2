import { endablePurposes } from "log-out-everywhere"
import type { authentication } from "@/authentication"
import { texts } from "@/lib/texts"

/** What the policy says beside its two tables. */
export function otherFacts({ policy, retention, addOns }: typeof authentication) {
  const words = texts.policy
  const { maxSessions } = policy
  return [
    ...addOns.map(({ name, purposes }) => {
      const spared = endablePurposes.filter((purpose) => !purposes.includes(purpose))
      return { term: words.addOns[name], value: words.endsAndSpares(purposes, spared) }
    }),
    {
      term: words.maxSessions,
      value: maxSessions ? words.limit(maxSessions.standard) : words.anyNumber,
    },
    ...Object.entries(maxSessions?.byRole ?? {}).map(([role, limit]) => ({
      term: words.limitOfRole(role),
      value: words.limit(limit),
    })),
    { term: words.freshFor, value: words.duration(policy.freshForMs) },
    { term: words.touchInterval, value: words.duration(policy.touchIntervalMs) },
    { term: words.endedKept, value: words.duration(retention.endedMs) },
    { term: words.addressKept, value: words.duration(retention.addressMs) },
    { term: words.auditKept, value: words.duration(retention.auditMs) },
  ]
}
