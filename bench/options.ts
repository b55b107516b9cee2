import { Argument, Command } from "commander"
import { wholeFrom } from "@/scripts/launch/options"

/** What `npm run bench` understands. Fewer would measure chance. */
export function benchCommand(): Command {
  return new Command("npm run bench --")
    .addArgument(
      new Argument(
        "[part]",
        "sessions, how quick the pages are on a phone, live pages, whole requests, or what many sessions take",
      )
        .choices(["sessions", "pages", "live", "requests", "scale"])
        .default("sessions"),
    )
    .option("--sessions <number>", "how many people with a session each", wholeFrom(1000), 100_000)
    .option("--rounds <number>", "how many rounds of checks", wholeFrom(50), 300)
    .option("--races <number>", "how many log-ins against a password change", wholeFrom(20), 100)
    .option("--windows <number>", "how many windows of requests", wholeFrom(3), 9)
    .option("--results <folder>", "where what it finds is kept", "bench/results")
    .allowExcessArguments(false)
}
