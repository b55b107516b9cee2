/** `npm run build`. With --if-stale it leaves the pages alone that were built from these sources. */
import { Command } from "commander"
import { runLauncher } from "@/scripts/launch/launcher"
import { build, buildIfStale } from "@/scripts/release/build"

const command = new Command("npm run build --")
  .option("--if-stale", "leave the pages alone that were built from these sources")
  .allowExcessArguments(false)
  .parse()

await runLauncher(() => (command.opts().ifStale ? buildIfStale("inherit") : build()))
