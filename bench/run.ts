/** `npm run bench`: what the check of a session costs, here and elsewhere. See bench/README.md. */
import { runLauncher } from "@/scripts/launch/launcher"
import { generateClients } from "./generate"
import { benchCommand } from "./options"
import { origin } from "./sessions"

const { sessions, rounds, races } = benchCommand().parse().opts()

await runLauncher(async () => {
  generateClients()
  // As on a real server. Set before the libraries load, some of which read it then.
  Object.assign(process.env, { NODE_ENV: "production", AUTH_URL: origin })
  const { bench } = await import("./main")
  await bench({ sessions, rounds, races })
})
