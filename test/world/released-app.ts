/** The release as an operator runs it: npm or the shell, and no recorder. */
import { type ChildProcess, spawn } from "node:child_process"
import { randomBytes } from "node:crypto"
import { once } from "node:events"
import { connect } from "node:net"
import { setTimeout as sleep } from "node:timers/promises"
import { freePort } from "@/scripts/postgres/embedded-server"

export interface ReleasedApp {
  readonly url: string
  readonly port: number
  /** What the operator has started, at the head of a group of processes. */
  readonly child: ChildProcess & { readonly pid: number }
  /** Everything that it wrote. */
  readonly said: () => string
  readonly ended: Promise<number | null>
}

export interface Place {
  readonly folder: string
  /** Root's permissions are none: an account that has to keep to them. */
  readonly account?: { readonly uid: number; readonly gid: number } | undefined
}

export async function releasedSettings(databaseUrl: string) {
  const port = await freePort()
  return {
    PORT: String(port),
    DATABASE_URL: databaseUrl,
    AUTH_URL: `http://localhost:${port}`,
    AUTH_SECRET: randomBytes(33).toString("base64"),
  }
}

export type ReleasedSettings = Awaited<ReturnType<typeof releasedSettings>>

/** What the tests themselves were started with is not handed on. */
export const bareEnvironment = (settings: Readonly<Record<string, string>>) => ({
  NODE_ENV: "production" as const,
  PATH: process.env.PATH,
  HOME: process.env.HOME,
  ...settings,
})

/** Starts it, without waiting for more.*/
export function startReleased(
  [program, ...rest]: readonly [string, ...string[]],
  settings: ReleasedSettings & Readonly<Record<string, string>>,
  { folder, account }: Place = { folder: "." },
): ReleasedApp {
  const child = spawn(program, rest, {
    ...account,
    cwd: folder,
    detached: true,
    env: bareEnvironment(settings),
    stdio: ["ignore", "pipe", "pipe"],
  })
  let said = ""
  for (const output of [child.stdout, child.stderr]) {
    output.on("data", (chunk) => {
      said += chunk
    })
  }
  if (!child.pid) throw new Error(`${program} does not start.`)
  const ended = once(child, "close").then(([code]) => code as number | null)
  const port = Number(settings.PORT)
  const app = {
    url: settings.AUTH_URL,
    port,
    child: Object.assign(child, { pid: child.pid }),
    said: () => said,
    ended,
  }
  started.push(app)
  return app
}

/** Ends what a test that failed has left. */
export function endAll(): void {
  for (const app of started.splice(0))
    if (isGroupAlive(app)) process.kill(-app.child.pid, "SIGKILL")
}

const started: ReleasedApp[] = []

export async function serving({ url, child, said }: ReleasedApp): Promise<void> {
  const deadline = Date.now() + 60_000
  while (Date.now() < deadline && child.exitCode === null) {
    const isUp = await fetch(`${url}/api/health`).then(
      ({ ok }) => ok,
      () => false,
    )
    if (isUp) return
    await sleep(100)
  }
  throw new Error(`The release does not serve:\n${said()}`)
}

/** Whether a new connection gets through. */
export function listens(port: number, address = "127.0.0.1"): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, address)
    const answer = (isOpen: boolean) => {
      socket.destroy()
      resolve(isOpen)
    }
    socket.once("connect", () => answer(true)).once("error", () => answer(false))
  })
}

/** Whether any process of the group is left. */
export function isGroupAlive({ child }: ReleasedApp): boolean {
  try {
    process.kill(-child.pid, 0)
    return true
  } catch {
    return false
  }
}
