/** `npm run bench`: what the check of a session costs, here and elsewhere, or a page. See bench/README.md. */
import { runLauncher } from "@/scripts/launch/launcher"
import { generateClients } from "./generate"
import { benchCommand } from "./options"
import { origin } from "./sessions"

const command = benchCommand().parse()
const { sessions, rounds, races, windows, results } = command.opts()

const parts = {
  pages: async () => (await import("@/bench/pages/main")).benchPages(),
  live: async () => (await import("@/bench/live/main")).benchLive(results),
  requests: async () => (await import("@/bench/requests/main")).benchRequests(windows, results),
  scale: async () => (await import("@/bench/scale/main")).benchScale(sessions, results),
  async sessions() {
    generateClients()
    // As on a real server. Set before the libraries load, some of which read it then.
    Object.assign(process.env, { NODE_ENV: "production", AUTH_URL: origin })
    const { bench } = await import("./main")
    await bench({ sessions, rounds, races, results })
  },
}

const [part]: readonly (keyof typeof parts)[] = command.processedArgs
await runLauncher(async () => parts[part ?? "sessions"]())
