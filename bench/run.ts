/** `npm run bench`: what the check of a session costs, here and elsewhere, or a page. See bench/README.md. */
import { runLauncher } from "@/scripts/launch/launcher"
import { generateClients } from "./generate"
import { benchCommand } from "./options"
import { origin } from "./sessions"

const command = benchCommand().parse()
const { sessions, rounds, races, windows, results } = command.opts()

await runLauncher(async () => {
  if (command.processedArgs[0] === "pages") {
    const { benchPages } = await import("@/bench/pages/main")
    return benchPages()
  }
  if (command.processedArgs[0] === "live") {
    const { benchLive } = await import("@/bench/live/main")
    return benchLive(results)
  }
  if (command.processedArgs[0] === "requests") {
    const { benchRequests } = await import("@/bench/requests/main")
    return benchRequests(windows, results)
  }
  if (command.processedArgs[0] === "scale") {
    const { benchScale } = await import("@/bench/scale/main")
    return benchScale(sessions, results)
  }
  generateClients()
  // As on a real server. Set before the libraries load, some of which read it then.
  Object.assign(process.env, { NODE_ENV: "production", AUTH_URL: origin })
  const { bench } = await import("./main")
  await bench({ sessions, rounds, races, results })
})
