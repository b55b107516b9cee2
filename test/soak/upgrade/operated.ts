/** Releases as an operator has them: their commands, and the processes that serve. */
import { spawn } from "node:child_process"
import { once } from "node:events"
import type { TestDatabase } from "@/test/world/database"
import {
  bareEnvironment,
  type ReleasedApp,
  releasedSettings,
  serving,
  startReleased,
} from "@/test/world/released-app"

/** Runs a command of the release in this folder, and returns what it said. Rejects if it fails. */
export async function runCommand(
  folder: string,
  { url, ownerUrl }: TestDatabase,
  words: readonly string[],
  input = "",
): Promise<string> {
  const settings = { ...(await releasedSettings(url)), MIGRATION_DATABASE_URL: ownerUrl }
  const env = bareEnvironment(settings)
  const child = spawn(process.execPath, ["bin/run.mjs", ...words], { cwd: folder, env })
  let said = ""
  for (const output of [child.stdout, child.stderr]) {
    output.on("data", (chunk) => {
      said += chunk
    })
  }
  child.stdin.end(input)
  const [code] = await once(child, "close")
  if (code !== 0) throw new Error(`In ${folder}, ${words.join(" ")} fails:\n${said}`)
  return said
}

/** Serves the release in this folder, as one process of several that have the same secret. */
export async function serve(
  folder: string,
  { url }: TestDatabase,
  AUTH_SECRET: string,
): Promise<ReleasedApp> {
  const own = await releasedSettings(url)
  const settings = { ...own, AUTH_SECRET, TRUSTED_PROXY_HOPS: "1", LOG_LEVEL: "warn" }
  const app = startReleased(["sh", "bin/start"], settings, { folder })
  await serving(app)
  return app
}

export async function stop({ child, ended }: ReleasedApp): Promise<number | null> {
  process.kill(child.pid, "SIGTERM")
  return ended
}

/** Its lines of Pino's levels "error" and "fatal". */
export const errorsOf = ({ said }: ReleasedApp): readonly string[] =>
  said()
    .split("\n")
    .filter((line) => /"level":[56]0,/.test(line))
