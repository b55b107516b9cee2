import type { AuthenticationOptions, LogOutEverywhereOptions } from "./authentication.ts"
import { endablePurposes } from "./token.ts"
import { type TriggerRule, triggerEvents } from "./triggers.ts"
import { listed, unknown } from "./words.ts"

/** What does not hold of the rows that say what ends after which change. */
export function triggerProblems({ addOns, triggers = {} }: AuthenticationOptions): string[] {
  const asking = ["password_changed", "reported"]
  const problems: string[] = []
  for (const event of triggerEvents) {
    const rule = triggers[event]
    if (!rule) continue
    if (rule.scope !== "none" && rule.purposes.length === 0) {
      problems.push(
        `triggers.${event}.purposes: empty, so nothing would end; write \`scope: "none"\` if that is meant.`,
      )
    }
    for (const purpose of unknown(rule.purposes, endablePurposes)) {
      problems.push(
        `triggers.${event}.purposes: "${purpose}" is no purpose; write ${listed(endablePurposes)}.`,
      )
    }
    if (rule.scope === "ask" && !asking.includes(event)) {
      problems.push(
        `triggers.${event}.scope: this change has no form that could ask; write "none", "others" or "everywhere".`,
      )
    }
    if (
      /^account_/.test(event) &&
      (rule.scope !== "everywhere" || rule.purposes.length < endablePurposes.length)
    ) {
      problems.push(
        `triggers.${event}: everything ends with the account (ASVS 7.4.2); leave the row out.`,
      )
    }
  }
  // A reset is a password change.
  for (const event of ["password_changed", "password_reset"] as const) {
    const rule = triggers[event]
    if (rule && addOns.some(contradicts(rule))) {
      problems.push(
        `triggers.${event}: contradicts \`applyOnPasswordChange: true\`; write \`scope: "everywhere"\` with every purpose of the add-on, or leave one of the two out.`,
      )
    }
  }
  return problems
}

/** An add-on that applies is this row itself: everywhere, with all that it ends. */
const contradicts =
  ({ scope, purposes }: TriggerRule) =>
  ({
    includePurposes = endablePurposes,
    excludePurposes = [],
    applyOnPasswordChange,
  }: LogOutEverywhereOptions) =>
    applyOnPasswordChange === true &&
    (scope !== "everywhere" ||
      includePurposes.some((each) => ![...excludePurposes, ...purposes].includes(each)))
