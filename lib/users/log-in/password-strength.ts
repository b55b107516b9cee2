import { ZxcvbnFactory } from "@zxcvbn-ts/core"
import { adjacencyGraphs, dictionary } from "@zxcvbn-ts/language-common"
import type { PasswordOwner } from "./password-blocklist"
import { maximumPasswordLength, type PasswordProblem, passwordProblem } from "./password-problem"

/** What would make guessing harder: another word does in each case, and the weakness is named. */
export type PasswordWeakness = "sequence" | "repeat" | "date" | "word"

export type PasswordStrength =
  | { readonly level: 0; readonly problem: PasswordProblem }
  | { readonly level: 1 | 2; readonly weakness: PasswordWeakness }
  | { readonly level: 3 | 4 }

/**
 * How long guessing would take, in four steps above what is refused. It is told to the person while they type, in
 * their browser, and decides nothing: what may be set is for `passwordProblem` alone (decision 61).
 */
export function strengthOf(
  password: string,
  owner: PasswordOwner,
  minimumLength: number,
): PasswordStrength {
  const problem = passwordProblem(password, owner, minimumLength)
  if (problem) return { level: 0, problem }
  const { score, feedback } = guesser().check(password, [owner.email, owner.name ?? ""])
  if (score > 2) return { level: score === 3 ? 3 : 4 }
  return { level: score === 2 ? 2 : 1, weakness: weaknesses[feedback.warning ?? ""] ?? "word" }
}

const weaknesses: Readonly<Record<string, PasswordWeakness>> = {
  straightRow: "sequence",
  keyPattern: "sequence",
  sequences: "sequence",
  simpleRepeat: "repeat",
  extendedRepeat: "repeat",
  recentYears: "date",
  dates: "date",
}

/** Built on first use: it sorts the whole dictionary. */
function guesser(): ZxcvbnFactory {
  built ??= new ZxcvbnFactory({
    dictionary,
    graphs: adjacencyGraphs,
    maxLength: maximumPasswordLength,
  })
  return built
}

let built: ZxcvbnFactory | undefined
