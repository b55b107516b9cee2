/** `npm run build`. With --if-stale it leaves the pages alone that were built from these sources. */
import { Command } from "commander"
import { build, buildIfStale } from "./build"
import { runLauncher } from "./launcher"

const command = new Command("npm run build --")
  .option("--if-stale", "leave the pages alone that were built from these sources")
  .allowExcessArguments(false)
  .parse()

await runLauncher(() => (command.opts().ifStale ? buildIfStale("inherit") : build()))
