/** `npm run bench`: what the check of a session costs, here and elsewhere. See bench/README.md. */
import { parseArgs } from "node:util"
import { runLauncher } from "@/scripts/launcher"
import { generateClients } from "./generate"
import { origin } from "./sessions"

await runLauncher(async () => {
  const { values } = parseArgs({
    options: {
      sessions: { type: "string", default: "100000" },
      rounds: { type: "string", default: "300" },
    },
  })
  const options = {
    sessions: whole("sessions", values.sessions, 1000),
    rounds: whole("rounds", values.rounds, 50),
  }
  generateClients()
  // As on a real server. Set before the libraries load, some of which read it then.
  Object.assign(process.env, { NODE_ENV: "production", AUTH_URL: origin })
  const { bench } = await import("./main")
  await bench(options)
})

function whole(name: string, text: string, least: number): number {
  const number = Number(text)
  if (Number.isInteger(number) && number >= least) return number
  throw new Error(`--${name} must be a whole number from ${least} up.`)
}
