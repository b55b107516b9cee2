/** Starts, reaches and stops the server of one cluster. */
import { type ChildProcess, spawn } from "node:child_process"
import {
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
} from "node:fs"
import { createServer } from "node:net"
import { setTimeout as sleep } from "node:timers/promises"
import pg from "pg"
import { APP, type Cluster, isAlive, OWNER } from "./embedded-cluster"

export interface ServerOptions {
  /** Otherwise any free one. */
  readonly port?: number
  readonly settings?: readonly string[]
}

/**
 * Connects to the cluster's server as its owner, starting it if it does not run.
 *
 * Two launchers may do this at once: PostgreSQL lets one server have the folder, and the loser
 * joins the winner's.
 */
export async function reach(cluster: Cluster, options: ServerOptions = {}): Promise<pg.Client> {
  const deadline = Date.now() + 60_000
  let child: ChildProcess | undefined
  while (Date.now() < deadline) {
    const client = await join(cluster)
    if (client) return client
    if (!child || child.exitCode !== null) {
      if (child) await sleep(200)
      forgetForeignProcess(cluster)
      child = start(cluster, options.port ?? (await freePort()), options.settings ?? [])
    }
    await sleep(20)
  }
  const log = readFileSync(cluster.log, "utf8").slice(-2000)
  throw new Error(`The embedded database does not start. The end of ${cluster.log}:\n${log}`)
}

/** Asks the server to end at once but in order, and waits until it has. */
export async function stop(cluster: Pick<Cluster, "data">): Promise<void> {
  forgetForeignProcess(cluster)
  const running = readPidFile(cluster)
  if (!running || !isAlive(running.pid)) return
  process.kill(running.pid, "SIGINT")
  const deadline = Date.now() + 30_000
  while (readPidFile(cluster)?.pid === running.pid && isAlive(running.pid)) {
    if (Date.now() > deadline) throw new Error(`Process ${running.pid} does not stop.`)
    await sleep(20)
  }
}

export function serverUrl(cluster: Cluster, role: "owner" | "app", database: string): string {
  const { port } = runningServer(cluster)
  const user = role === "owner" ? OWNER : APP
  const password = role === "owner" ? cluster.password : cluster.appPassword
  return `postgresql://${user}:${password}@127.0.0.1:${port}/${database}`
}

export function runningServer(cluster: Cluster) {
  const running = readPidFile(cluster)
  if (!running) throw new Error(`No server runs on ${cluster.folder}.`)
  return running
}

export async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve, reject) => {
    probe.once("error", reject).listen(0, "127.0.0.1", resolve)
  })
  const address = probe.address()
  await new Promise((resolve) => probe.close(resolve))
  if (!address || typeof address === "string") throw new Error("There is no free port.")
  return address.port
}

async function join(cluster: Cluster): Promise<pg.Client | undefined> {
  if (!readPidFile(cluster)) return undefined
  const connectionString = serverUrl(cluster, "owner", "postgres")
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 5000 })
  // Also after connecting: a server that goes away must not take this process with it.
  client.on("error", () => {})
  try {
    await client.connect()
    return client
  } catch {
    return undefined
  }
}

/**
 * Detached, with a file for its log: the server must outlive a launcher that is killed, and must
 * not see the Ctrl-C that is meant for the launcher.
 */
function start({ data, log, binaries }: Cluster, port: number, settings: readonly string[]) {
  const output = openSync(log, "a", 0o600)
  const fixed = ["listen_addresses=127.0.0.1", "unix_socket_directories=", "max_connections=200"]
  const flags = [...fixed, ...settings].flatMap((setting) => ["-c", setting])
  const child = spawn(binaries.program("postgres"), ["-D", data, "-p", String(port), ...flags], {
    ...binaries.account,
    cwd: data,
    detached: true,
    stdio: ["ignore", "ignore", output],
  })
  closeSync(output)
  child.unref()
  return child
}

function readPidFile({ data }: Pick<Cluster, "data">): { pid: number; port: number } | undefined {
  try {
    const lines = readFileSync(`${data}/postmaster.pid`, "utf8").split("\n")
    const [pid, port] = [Number(lines[0]), Number(lines[3])]
    return pid > 0 && port > 0 ? { pid, port } : undefined
  } catch {
    return undefined
  }
}

/**
 * After a crash of everything, another program may bear the dead server's process id, and
 * PostgreSQL would take it for a server that still runs.
 */
function forgetForeignProcess(cluster: Pick<Cluster, "data">) {
  const pid = readPidFile(cluster)?.pid
  if (!pid || !existsSync(`/proc/${pid}`)) return
  if (!isServedBy(cluster, pid)) rmSync(`${cluster.data}/postmaster.pid`, { force: true })
}

function isServedBy({ data }: Pick<Cluster, "data">, pid: number): boolean {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(data)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EACCES"
  }
}
