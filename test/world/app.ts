/** The app as the browser tests meet it: the production build, on its own database. */
import { type ChildProcess, spawn } from "node:child_process"
import { randomBytes } from "node:crypto"
import { once } from "node:events"
import { existsSync, mkdirSync, openSync, readFileSync } from "node:fs"
import path from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { freePort } from "@/scripts/postgres/embedded-server"
import type { TestDatabase } from "./database"

export interface TestApp {
  readonly url: string
  readonly databaseUrl: string
  readonly ownerUrl: string
  readonly authSecret: string
  /** Everything that the app wrote in this run. */
  readonly logFile: string
  /** Everything that it was sent and answered. */
  readonly trafficFile: string
  /** The OpenID provider that the app knows of, on its own site. */
  readonly oidc: {
    readonly issuer: string
    readonly port: number
    readonly clientId: string
    readonly clientSecret: string
  }
}

/** Of the last run. Whatever it holds, no secret may be in it. */
export const testAppsFolder = ".cache/test-apps"

/** What is loaded into it beside the app. */
const watchers = {
  traffic: ["--import", "./test/http/record-traffic.ts"],
  cost: ["--import", "./test/soak/measure-cost.ts"],
  nothing: [],
} as const

export type Watched = keyof typeof watchers

/** For the tests: the app that the run's set-up started. */
export function testApp(): TestApp {
  const { LOE_TEST_APP } = process.env
  if (!LOE_TEST_APP) throw new Error("Run these tests with: npx playwright test")
  return JSON.parse(LOE_TEST_APP)
}

/** Starts it as `npm start` does, and waits until it answers. */
export async function startTestApp(
  port: number,
  database: Pick<TestDatabase, "url" | "ownerUrl">,
  settings: Readonly<Record<string, string>> = {},
  watched: Watched = "traffic",
  /** Where it writes its log, if not to a new file: an open file, or a pipe that may be broken. */
  output?: number | "pipe",
  /** How many it may have open. */
  descriptors?: number,
  script: "scripts/start.ts" | "scripts/demo.ts" = "scripts/start.ts",
) {
  const oidcPort = await freePort()
  mkdirSync(testAppsFolder, { recursive: true })
  const app: TestApp = {
    url: `http://localhost:${port}`,
    databaseUrl: database.url,
    ownerUrl: database.ownerUrl,
    authSecret: randomBytes(33).toString("base64"),
    logFile: path.join(testAppsFolder, `${port}.log`),
    trafficFile: path.join(testAppsFolder, `${port}.traffic`),
    oidc: {
      issuer: `http://127.0.0.1:${oidcPort}`,
      port: oidcPort,
      clientId: "loe-test",
      clientSecret: randomBytes(16).toString("hex"),
    },
  }
  const log = output ?? openSync(app.logFile, "w")
  const node = [process.execPath, "--import", "tsx", ...watchers[watched], script]
  const limited = ["sh", "-c", `ulimit -n ${descriptors} && exec "$0" "$@"`, ...node]
  const [command = "", ...words] = descriptors === undefined ? node : limited
  const child = spawn(command, words, {
    env: {
      ...process.env,
      ...settingsOf(app, port),
      // The demo fills the database with its people.
      ...(script === "scripts/demo.ts" && { MIGRATION_DATABASE_URL: database.ownerUrl }),
      ...settings,
    },
    // The channel closes when this process dies, however it dies, and the app stops then.
    stdio: ["ignore", log, log, "ipc"],
  })
  await answering(app, child)
  return {
    app,
    pid: child.pid,
    /** Resolves once it serves again, after an outage. */
    answering: () => answering(app, child),
    /** Resolves with the code that it exits with. */
    stop: () => end(child, "SIGTERM"),
    /** Leaves a pipe that it writes its log to. */
    hangUp() {
      child.stdout?.destroy()
      child.stderr?.destroy()
    },
    /** Ends it as a power cut would. */
    kill: () => end(child, "SIGKILL"),
  }
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode
  const ended = once(child, "exit")
  child.kill(signal)
  const [code] = await ended
  return code
}

function settingsOf({ url, databaseUrl, authSecret, trafficFile, oidc }: TestApp, port: number) {
  return {
    NODE_ENV: "production" as const,
    PORT: String(port),
    LOE_TRAFFIC_FILE: trafficFile,
    AUTH_URL: url,
    AUTH_SECRET: authSecret,
    DATABASE_URL: databaseUrl,
    MIGRATION_DATABASE_URL: "",
    // Each test's browsers come from their own addresses, as if through a proxy.
    TRUSTED_PROXY_HOPS: "1",
    LANGUAGES: "en-GB,en-XB",
    LOG_LEVEL: "debug",
    // What the demo was once known by. No variable makes a demo of what `npm start` serves.
    LOE_DEMO: "1",
    OIDC_ISSUER: oidc.issuer,
    OIDC_CLIENT_ID: oidc.clientId,
    OIDC_CLIENT_SECRET: oidc.clientSecret,
    OIDC_NAME: "Test provider",
  }
}

async function answering({ url, logFile }: TestApp, child: ChildProcess) {
  const deadline = Date.now() + 60_000
  while (Date.now() < deadline && child.exitCode === null) {
    const isUp = await fetch(`${url}/api/health`).then(
      ({ ok }) => ok,
      () => false,
    )
    if (isUp) return
    await sleep(100)
  }
  throw new Error(
    `The app does not start:\n${existsSync(logFile) ? readFileSync(logFile, "utf8").slice(-2000) : ""}`,
  )
}
