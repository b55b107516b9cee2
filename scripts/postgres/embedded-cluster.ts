/** A folder that holds one PostgreSQL cluster and the passwords of its two roles. */
import { execFileSync } from "node:child_process"
import { randomBytes } from "node:crypto"
import {
  chownSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs"
import path from "node:path"
import { type Binaries, makeFolder } from "./embedded-binaries"

export const OWNER = "postgres"
export const APP = "loe_app"

export interface Cluster {
  readonly folder: string
  readonly data: string
  readonly log: string
  readonly binaries: Binaries
  readonly password: string
  readonly appPassword: string
}

/**
 * Opens the cluster in a folder, making it first if it is not there.
 *
 * It is made under another name and renamed when whole, so that neither a crash nor a second
 * launcher at the same moment can leave half of one.
 */
export function openCluster(folder: string, binaries: Binaries, isSynced: boolean): Cluster {
  if (!existsSync(folder)) makeCluster(folder, binaries, isSynced)
  const read = (name: string) => readFileSync(path.join(folder, name), "utf8")
  return {
    folder,
    data: path.join(folder, "data"),
    log: path.join(folder, "server.log"),
    binaries,
    password: read("owner-password"),
    appPassword: read("app-password"),
  }
}

function makeCluster(folder: string, binaries: Binaries, isSynced: boolean) {
  sweepUnfinished(folder)
  const unfinished = `${folder}.${process.pid}.unfinished`
  const data = path.join(unfinished, "data")
  const secret = path.join(unfinished, "owner-password")
  makeFolder(data)
  for (const file of [secret, path.join(unfinished, "app-password")]) {
    writeFileSync(file, randomBytes(24).toString("hex"), { mode: 0o600 })
  }

  const { account } = binaries
  if (account) for (const file of [data, secret]) chownSync(file, account.uid, account.gid)
  initialise(data, secret, binaries, isSynced)
  if (account) chownSync(secret, 0, 0)

  try {
    renameSync(unfinished, folder)
  } catch (error) {
    rmSync(unfinished, { recursive: true })
    if (!existsSync(folder)) throw error
  }
}

function initialise(data: string, secret: string, binaries: Binaries, isSynced: boolean) {
  const { program, account } = binaries
  const flags = ["-D", data, `--username=${OWNER}`, `--pwfile=${secret}`, "--auth=scram-sha-256"]
  flags.push("--encoding=UTF8", "--locale=C")
  flags.push("--locale-provider=builtin", "--builtin-locale=C.UTF-8")
  if (!isSynced) flags.push("--no-sync")
  try {
    execFileSync(program("initdb"), flags, { ...account, cwd: data, stdio: "pipe" })
  } catch (cause) {
    const { stderr, message } = cause as Error & { stderr?: Buffer }
    const who = account ? ` as user ${account.uid}` : ""
    const remedy = "If the folder is to blame, set EMBEDDED_DB_HOME to another one."
    const reason = stderr?.toString().trim() || message
    throw new Error(`No database could be made${who} in ${data}. ${remedy}\n${reason}`, { cause })
  }
}

function sweepUnfinished(folder: string) {
  const parent = path.dirname(folder)
  if (!existsSync(parent)) return
  for (const name of readdirSync(parent)) {
    const maker = /^.+\.(\d+)\.unfinished$/.exec(name)?.[1]
    if (maker && !isAlive(Number(maker))) rmSync(path.join(parent, name), { recursive: true })
  }
}

/** A process that ended but that nobody asked about (a zombie) is not alive. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM"
  }
  const status = `/proc/${pid}/stat`
  return !existsSync(status) || !/\) Z /.test(readFileSync(status, "utf8"))
}
