/** Real PostgreSQL from npm, for people who have no server: a lasting one, and one to throw away. */
import { createHash, randomBytes } from "node:crypto"
import { readdirSync, rmSync, statfsSync, statSync } from "node:fs"
import os from "node:os"
import path from "node:path"
import type pg from "pg"
import { findBinaries, isRoot, makeFolder } from "./embedded-binaries"
import { APP, type Cluster, isAlive, openCluster } from "./embedded-cluster"
import { reach, runningServer, serverUrl, stop } from "./embedded-server"

export interface EmbeddedDatabase {
  readonly folder: string
  /** The role that owns the tables: for migrations. */
  readonly ownerUrl: (database: string) => string
  /** The role of the app, which owns nothing. */
  readonly appUrl: (database: string) => string
}

export interface LastingDatabase extends EmbeddedDatabase {
  /** The last one to leave stops the server. */
  readonly leave: () => Promise<void>
}

export interface EphemeralDatabase extends EmbeddedDatabase {
  /** The main process of the server. */
  readonly pid: () => number
  /** Ends the server as a power cut would. What a lasting one acknowledged is still there after it. */
  readonly crash: () => void
  /** Starts it again, on the same folder and port. */
  readonly restart: () => Promise<void>
  /** Stops the server and removes its folder. */
  readonly stop: () => Promise<void>
}

const TEMPORARY = "loe-postgres-"
const SEAT = 4_713_082
/** A million tokens fit in. What is not used of it takes no memory. */
const roomy = ["shared_buffers=512MB"]

/**
 * The project's own server, kept between runs and shared by every launcher that runs.
 *
 * Each launcher holds a lock in the server for as long as it lives, so the server itself knows who
 * is there, also when a launcher was killed: no list of processes that could be out of date.
 * Should the server die, its launchers start it again on the same port.
 */
export async function enterLastingDatabase(): Promise<LastingDatabase> {
  const home = openHome()
  const binaries = findBinaries(home)
  const cluster = openCluster(path.join(home, `postgres-${binaries.major}`), binaries, true)
  let seat = await takeSeat(cluster)
  const { port } = runningServer(cluster)

  const retakeSeat = async () => {
    seat = await takeSeat(cluster, port)
    seat.once("end", retakeSeat)
  }
  seat.once("end", retakeSeat)

  return {
    ...accessTo(cluster),
    async leave() {
      seat.off("end", retakeSeat)
      // A server that just died has nobody to ask, and nothing to stop.
      if (await isLast(seat).catch(() => false)) await stop(cluster)
      await seat.end()
    },
  }
}

/** A server of one's own. Unless it is lasting, it omits the writes that matter in a crash only. */
export async function startEphemeralDatabase(isLasting = false): Promise<EphemeralDatabase> {
  const home = isRoot ? openHome() : os.tmpdir()
  const place = (!isLasting && inMemory()) || home
  for (const each of new Set([home, place])) await sweepAbandoned(each)
  const folder = path.join(place, `${TEMPORARY}${process.pid}-${randomBytes(4).toString("hex")}`)
  makeFolder(folder)
  const cluster = openCluster(path.join(folder, "postgres"), findBinaries(home), false)
  const settings = isLasting
    ? roomy
    : ["fsync=off", "synchronous_commit=off", "full_page_writes=off"]
  const owner = await reach(cluster, { settings })
  await makeAppRole(owner, cluster)
  await owner.end()
  const { port } = runningServer(cluster)

  return {
    ...accessTo(cluster),
    pid: () => runningServer(cluster).pid,
    crash: () => process.kill(runningServer(cluster).pid, "SIGKILL"),
    restart: async () => (await reach(cluster, { port, settings })).end(),
    async stop() {
      await stop(cluster)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/**
 * Linux's file system in memory, if it has room for a test run's databases. On disk ext4 gives no inode out again for a
 * minute after its file went, and looking for others takes a third of a run that makes and drops databases.
 */
function inMemory(): string | undefined {
  if (process.platform !== "linux" || process.env.EMBEDDED_DB_HOME) return undefined
  try {
    const { type, bavail, bsize } = statfsSync(SHARED_MEMORY)
    return type === TMPFS && bavail * bsize >= ENOUGH ? SHARED_MEMORY : undefined
  } catch {
    return undefined
  }
}

const SHARED_MEMORY = "/dev/shm"
const TMPFS = 0x01021994
const ENOUGH = 4 * 1024 ** 3

function openHome(): string {
  const home = homePath()
  try {
    makeFolder(home)
    return home
  } catch (cause) {
    const remedy = "Set EMBEDDED_DB_HOME to a folder for the database."
    throw new Error(`${home} cannot be made. ${remedy}`, { cause })
  }
}

function homePath(): string {
  const { EMBEDDED_DB_HOME } = process.env
  if (EMBEDDED_DB_HOME) return path.resolve(EMBEDDED_DB_HOME)
  const project = path.resolve(import.meta.dirname, "../..")
  if (!isRoot) return path.join(project, ".data")
  const name = createHash("sha256").update(project).digest("hex").slice(0, 12)
  return path.join("/var/lib/log-out-everywhere", name)
}

function accessTo(cluster: Cluster): EmbeddedDatabase {
  return {
    folder: cluster.folder,
    ownerUrl: (database) => serverUrl(cluster, "owner", database),
    appUrl: (database) => serverUrl(cluster, "app", database),
  }
}

async function takeSeat(cluster: Cluster, port?: number): Promise<pg.Client> {
  for (;;) {
    const client = await reach(cluster, { ...(port !== undefined && { port }), settings: roomy })
    try {
      await client.query("SELECT pg_advisory_lock_shared($1)", [SEAT])
      await makeAppRole(client, cluster)
      return client
    } catch (error) {
      // The last one out stopped the server between our arriving and our sitting down.
      if (await isStillThere(client)) throw error
    }
  }
}

async function isStillThere(client: pg.Client): Promise<boolean> {
  return client.query("SELECT 1").then(
    () => client.end().then(() => true),
    () => false,
  )
}

async function isLast(seat: pg.Client): Promise<boolean> {
  await seat.query("SELECT pg_advisory_unlock_shared($1)", [SEAT])
  const { rows } = await seat.query("SELECT pg_try_advisory_lock($1) AS alone", [SEAT])
  return rows[0].alone
}

async function makeAppRole(owner: pg.Client, { appPassword }: Cluster) {
  await owner.query(`
    DO $$ BEGIN
      IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${APP}') THEN
        CREATE ROLE ${APP} LOGIN PASSWORD '${appPassword}';
      END IF;
    EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
    END $$`)
}

/** Ends what a killed test run of ours left behind. */
async function sweepAbandoned(home: string) {
  const names = readdirSync(home).filter((name) => name.startsWith(TEMPORARY))
  for (const name of names) {
    const folder = path.join(home, name)
    const isOurs = statSync(folder, { throwIfNoEntry: false })?.uid === process.getuid?.()
    const starter = Number.parseInt(name.slice(TEMPORARY.length), 10)
    if (!isOurs || isAlive(starter)) continue
    await stop({ data: path.join(folder, "postgres", "data") })
    rmSync(folder, { recursive: true, force: true })
  }
}
