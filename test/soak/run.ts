/** `npm run soak`: what takes too long for every run of the tests. Prints its figures. */

import { runLauncher } from "@/scripts/launch/launcher"
import { report } from "./figures"
import { soakCommand, soakParts } from "./options"

const command = soakCommand().parse()
const wanted = soakParts.filter((name) => command.args.length === 0 || command.args.includes(name))

await runLauncher(async () => {
  // Not before the options hold: it loads the whole app.
  const { partsWith } = await import("./parts")
  const parts = partsWith(command.opts())
  const broken: string[] = []
  for (const name of wanted) {
    const outcome = await parts[name]()
    report(name, outcome)
    broken.push(...outcome.broken)
  }
  if (broken.length > 0) throw new Error(`${broken.length} promises do not hold.`)
})
