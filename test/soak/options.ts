import { Argument, Command } from "commander"
import { wholeFrom } from "@/scripts/launch/options"

export const soakParts = [
  "races",
  "crashes",
  "fuzz",
  "timing",
  "everyone",
  "lists",
  "overload",
  "processes",
  "told",
  "upgrade",
  "model",
  "desk",
] as const

type Count =
  | "races"
  | "kills"
  | "inputs"
  | "tries"
  | "raises"
  | "looks"
  | "acts"
  | "stories"
  | "ends"
  | "sessions"
  | "seed"

/** What `npm run soak` was told. */
export interface SoakOptions extends Readonly<Record<Count, number>> {
  readonly from?: string
  readonly withoutGuards?: boolean
}

/** What `npm run soak` understands. Whatever would make a part do nothing, and pass, is refused. */
export function soakCommand(): Command {
  return new Command("npm run soak --")
    .addArgument(
      new Argument("[part...]", "which parts; all of them if none is named").choices(soakParts),
    )
    .option("--races <number>", "how many races", wholeFrom(1), 10_000)
    .option(
      "--kills <number>",
      "how often to kill each of the app and the database",
      wholeFrom(1),
      20,
    )
    .option("--inputs <number>", "how many hostile inputs", wholeFrom(1), 1_000_000)
    .option("--tries <number>", "how many times to ask at each door", wholeFrom(1), 500)
    .option("--raises <number>", "how many times to log everyone out", wholeFrom(1), 100)
    .option("--looks <number>", "how many times to look at long lists", wholeFrom(1), 30)
    .option("--acts <number>", "how many acts one person asks for at once", wholeFrom(1), 1_500)
    .option("--stories <number>", "how many stories of two processes", wholeFrom(1), 10_000)
    .option("--ends <number>", "how many times to end a session in each way", wholeFrom(1), 200)
    .option(
      "--sessions <number>",
      "how many sessions the desk stands before",
      wholeFrom(1),
      1_000_000,
    )
    .option(
      "--seed <number>",
      "of the moments of the kills, the hostile inputs, the stories and the combinations of filters",
      wholeFrom(0),
      Date.now(),
    )
    .option(
      "--from <commit>",
      "which release to upgrade from; if none is named, the last commit before the newest migration",
    )
    .option("--without-guards", "take out what a part is about: now it must break")
}
