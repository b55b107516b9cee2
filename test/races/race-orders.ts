/** Every order that the steps of a log-in and of an act can come in. */

export const logInSteps = [
  "the proof is read",
  "the session is inserted",
  "the log-in commits",
] as const
export const actSteps = ["the act locks", "the act revokes", "the act commits"] as const

export type Step = (typeof logInSteps)[number] | (typeof actSteps)[number]

export interface Order {
  readonly steps: readonly { readonly step: Step; readonly isWaiting: boolean }[]
  /** The session is there when the act begins. */
  readonly isBornBefore: boolean
  /** The log-in proves what holds after the act. */
  readonly isOfNewState: boolean
}

/**
 * All of them, under the rule that the insert's lock and the act's shut each other out until the
 * commit: the second waits, and takes no step until the first has committed. No proof waits, not
 * even that of a mailed link, which it writes to: an act writes to nothing that it ends.
 */
export function orders(): readonly Order[] {
  return merges(logInSteps, actSteps).flatMap((steps) => {
    const isBetween = (step: Step, from: Step, to: Step) => {
      const [first, at, last] = [from, step, to].map((each) => steps.indexOf(each)) as [
        number,
        number,
        number,
      ]
      return first < at && at < last
    }
    const waits = (step: Step): boolean => {
      const isActUnderWay = isBetween(step, "the act locks", "the act commits")
      if (step === "the session is inserted") return isActUnderWay
      return (
        step === "the act locks" && isBetween(step, "the session is inserted", "the log-in commits")
      )
    }

    const blocked = new Set<string>()
    for (const step of steps) {
      const party = partyOf(step)
      if (blocked.has(party)) return []
      if (waits(step)) blocked.add(party)
      if (step === "the log-in commits") blocked.delete("act")
      if (step === "the act commits") blocked.delete("log-in")
    }
    return [
      {
        steps: steps.map((step) => ({ step, isWaiting: waits(step) })),
        isBornBefore: steps.indexOf("the session is inserted") < steps.indexOf("the act locks"),
        isOfNewState: steps.indexOf("the act commits") < steps.indexOf("the proof is read"),
      },
    ]
  })
}

export const partyOf = (step: Step): "log-in" | "act" =>
  (actSteps as readonly Step[]).includes(step) ? "act" : "log-in"

/** Every way to shuffle two sequences into one without changing the order within either. */
function merges<Item>(left: readonly Item[], right: readonly Item[]): Item[][] {
  const [a, ...restOfLeft] = left
  const [b, ...restOfRight] = right
  if (a === undefined || b === undefined) return [[...left, ...right]]
  return [
    ...merges(restOfLeft, right).map((rest) => [a, ...rest]),
    ...merges(left, restOfRight).map((rest) => [b, ...rest]),
  ]
}
