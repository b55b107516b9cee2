/** An app in its own folder, built and running. */
import { spawn } from "node:child_process"
import { once } from "node:events"
import { setTimeout as sleep } from "node:timers/promises"
import { freePort } from "@/scripts/postgres/embedded-server"
import type { TestDatabase } from "@/test/world/database"

export interface BuiltApp {
  readonly url: string
  readonly stop: () => Promise<void>
}

type Reached = Pick<TestDatabase, "url">

type Settings = Readonly<Record<string, string>>

/** Runs a package's program in the app's folder, and returns what it wrote. Rejects where it fails. */
export async function runIn(
  app: string,
  [program, ...args]: readonly [string, ...string[]],
  settings: Settings = {},
): Promise<string> {
  const { child, written } = start(app, [program, ...args], settings)
  const [code] = await once(child, "close")
  if (code !== 0) throw new Error(`${program} ${args.join(" ")} fails:\n${written()}`)
  return written()
}

export function settingsFor({ url }: Reached, port: number): Settings {
  return {
    DATABASE_URL: url,
    AUTH_URL: `http://localhost:${port}`,
    AUTH_SECRET: "kV3qk0Yp7JYyQmC1nZr8TtWb5sXh2DfL9gEu",
  }
}

/** Serves it as an engineer does without a custom server. */
export async function serveIn(
  app: string,
  database: Reached,
  more: Settings = {},
  port?: number,
): Promise<BuiltApp> {
  const at = port ?? (await freePort())
  const command = ["next/dist/bin/next", "start", "-p", String(at)] as const
  const { child, written } = start(app, command, { ...settingsFor(database, at), ...more })
  const url = `http://localhost:${at}`
  const isUp = () =>
    fetch(`${url}/login`).then(
      ({ ok }) => ok,
      () => false,
    )
  const deadline = Date.now() + 60_000
  while (!(await isUp())) {
    if (child.exitCode !== null || Date.now() > deadline)
      throw new Error(`The app does not start:\n${written()}`)
    await sleep(50)
  }
  return {
    url,
    async stop() {
      const ended = once(child, "exit")
      child.kill("SIGTERM")
      await ended
    },
  }
}

function start(
  app: string,
  [program, ...args]: readonly [string, ...string[]],
  settings: Settings,
) {
  const child = spawn(process.execPath, [`node_modules/${program}`, ...args], {
    cwd: app,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", ...settings },
  })
  let text = ""
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (part: string) => {
      text += part
    })
  }
  return { child, written: () => text }
}
