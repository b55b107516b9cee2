import type { AuthenticationOptions, LogOutEverywhereOptions } from "./authentication-options.ts"
import { endableOf } from "./policy.ts"
import { listed, unknown } from "./shapes/words.ts"
import type { EndablePurpose } from "./token.ts"
import { type TriggerRule, triggerEvents } from "./triggers.ts"

/** What does not hold of the rows that say what ends after which change. */
export function triggerProblems({
  addOns,
  tokens,
  triggers = {},
}: AuthenticationOptions): string[] {
  const endable = endableOf(tokens.policy)
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
    for (const purpose of unknown(rule.purposes, endable)) {
      problems.push(
        `triggers.${event}.purposes: "${purpose}" is no purpose; write ${listed(endable)}.`,
      )
    }
    if (rule.scope === "ask" && !asking.includes(event)) {
      problems.push(
        `triggers.${event}.scope: this change has no form that could ask; write "none", "others" or "everywhere".`,
      )
    }
    if (
      /^account_/.test(event) &&
      (rule.scope !== "everywhere" || rule.purposes.length < endable.length)
    ) {
      problems.push(
        `triggers.${event}: everything ends with the account (ASVS 7.4.2); leave the row out.`,
      )
    }
  }
  // A reset is a password change.
  for (const event of ["password_changed", "password_reset"] as const) {
    const rule = triggers[event]
    if (rule && addOns.some(contradicts(rule, endable))) {
      problems.push(
        `triggers.${event}: contradicts \`applyOnPasswordChange: true\`; write \`scope: "everywhere"\` with every purpose of the add-on, or leave one of the two out.`,
      )
    }
  }
  return problems
}

/** An add-on that applies is this row itself: everywhere, with all that it ends. */
const contradicts =
  ({ scope, purposes }: TriggerRule, endable: readonly EndablePurpose[]) =>
  ({
    includePurposes = endable,
    excludePurposes = [],
    applyOnPasswordChange,
  }: LogOutEverywhereOptions) =>
    applyOnPasswordChange === true &&
    (scope !== "everywhere" ||
      includePurposes.some((each) => ![...excludePurposes, ...purposes].includes(each)))
