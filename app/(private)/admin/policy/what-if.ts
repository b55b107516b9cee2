import {
  decideRule,
  devicePurposes,
  type RevocationCount,
  type TokenPurpose,
  type TriggerEvent,
  type TriggerRule,
  tokenPurposes,
  triggerEvents,
} from "log-out-everywhere"
import { endingBy } from "@/app/ending-by"
import { authentication } from "@/authentication"

/** What may happen to a person: a change that is a trigger, or one of the ways to log out of several devices. */
export type Happening = TriggerEvent | AddOnName | "log_out_others"

type AddOnName = (typeof authentication)["addOns"][number]["name"]

export const happenings: readonly Happening[] = [
  ...triggerEvents,
  "log_out_others",
  ...authentication.addOns.map(({ name }) => name),
]

/** What would end, and what would stay, of each purpose that a person holds something of. */
export interface Outcome {
  /** If it is theirs to choose: whether they also end their other devices. */
  readonly choice: "others" | "links" | null
  /** The session in which the person acts goes on. */
  readonly sparesOwn: boolean
  readonly purposes: readonly {
    readonly purpose: TokenPurpose
    readonly ending: number
    readonly staying: number
  }[]
}

/** What it would come to now, for a person who holds these live tokens. */
export function outcomesOf(happening: Happening, live: RevocationCount): readonly Outcome[] {
  const rule = ruleOf(happening)
  if (rule.scope !== "ask") return [outcomeOf(happening, rule, live, null)]
  return [
    outcomeOf(happening, decideRule(rule, true), live, "others"),
    outcomeOf(happening, decideRule(rule, false), live, "links"),
  ]
}

function ruleOf(happening: Happening): TriggerRule {
  // With the account goes every row that belongs to it, whatever the table says.
  if (happening === "account_deleted") return { scope: "everywhere", purposes: everything }
  if (happening === "log_out_others") return { scope: "others", purposes: devicePurposes }
  const addOn = authentication.addOns.find(({ name }) => name === happening)
  if (addOn) return { scope: "everywhere", purposes: addOn.purposes }
  return authentication.triggers[happening as TriggerEvent]
}

const everything = tokenPurposes as unknown as TriggerRule["purposes"]

/** A person does these in a session: it goes on, if the rule spares it. After a new password it goes on in any case. */
const inOwnSession: readonly Happening[] = ["email_changed", "provider_unlinked", "log_out_others"]

function outcomeOf(
  happening: Happening,
  rule: TriggerRule,
  live: RevocationCount,
  choice: Outcome["choice"],
): Outcome {
  const isOwn = inOwnSession.includes(happening) && rule.scope === "others"
  const sparesOwn = happening === "password_changed" || isOwn
  const ending = endingBy(rule, live, sparesOwn)
  return {
    choice,
    sparesOwn: sparesOwn && (live.session ?? 0) > 0,
    purposes: tokenPurposes
      .filter((purpose) => (live[purpose] ?? 0) > 0)
      .map((purpose) => {
        const ends = ending[purpose] ?? 0
        return { purpose, ending: ends, staying: (live[purpose] ?? 0) - ends }
      }),
  }
}
