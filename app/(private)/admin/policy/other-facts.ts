import { endablePurposes, type SessionLimit } from "log-out-everywhere"
import type { authentication } from "@/authentication"
import { duration } from "@/lib/texts/lengths"
import { words } from "@/lib/texts/words"
import { purposeList } from "./purpose-list"
import { roleName } from "./role-name"

/** What the policy says beside its two tables. */
export function otherFacts({ policy, retention, addOns }: typeof authentication) {
  const t = words("policy")
  const { maxSessions } = policy
  const limit = ({ max, atLimit }: SessionLimit) => t(`limits.${atLimit}`, { max })
  return [
    ...addOns.map(({ name, purposes }) => {
      const spared = endablePurposes.filter((purpose) => !purposes.includes(purpose))
      return {
        term: t(`addOns.${name}`),
        value: t("endsAndSpares", {
          ended: purposeList(purposes) || t("nothing"),
          spared: purposeList(spared) || t("nothing"),
        }),
      }
    }),
    {
      term: t("maxSessions"),
      value: maxSessions ? limit(maxSessions.standard) : t("anyNumber"),
    },
    ...Object.entries(maxSessions?.byRole ?? {}).map(([role, ofRole]) => ({
      term: t("limitOfRole", { role: roleName(role) }),
      value: limit(ofRole),
    })),
    { term: t("freshFor"), value: duration(policy.freshForMs) },
    { term: t("touchInterval"), value: duration(policy.touchIntervalMs) },
    { term: t("endedKept"), value: duration(retention.endedMs) },
    { term: t("addressKept"), value: duration(retention.addressMs) },
    { term: t("auditKept"), value: duration(retention.auditMs) },
  ]
}
