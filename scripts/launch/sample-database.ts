/** The database of sample people that `npm run demo` and `npm run dev` work on. */
import { randomBytes } from "node:crypto"
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs"
import path from "node:path"
import type pg from "pg"
import { hashPassword } from "@/lib/users/log-in/password"
import { seed } from "@/prisma/seed"
import { enterLastingDatabase } from "@/scripts/postgres/embedded-database"
import { prepareDatabase, withClient } from "@/scripts/postgres/prepare-database"
import { addCrowd, type Crowd, hasCrowd } from "./crowd"
import { onEnd } from "./launcher"
import type { Place } from "./port"
import { placeSettings } from "./sample-places"

export interface SampleDatabase {
  /** As the app connects. */
  readonly url: string
  /** Kept with the data, so that a restart logs nobody out. */
  readonly authSecret: string
  /** Where the demo keeps what is its own beside the database. */
  readonly folder: string
}

const DATABASE = "sample"
/** A comment on the table of people, there from before the first one: these are not real. */
const MARK = "Sample people."
const TABLES = `"User", "SignUpLink", "AuditEvent", "RateLimit", "OutboxMail"`
export const samplePassword = "lantern harbor demo"

/** Opens the embedded server's database, or the one that DATABASE_URL names, with people in it. */
export async function openSampleDatabase(
  startOver: boolean,
  crowd?: Crowd,
): Promise<SampleDatabase> {
  const { DATABASE_URL, MIGRATION_DATABASE_URL } = process.env
  if (DATABASE_URL) {
    const ownerUrl = MIGRATION_DATABASE_URL ?? DATABASE_URL
    await fill(ownerUrl, DATABASE_URL, startOver)
    if (crowd) await withClient(ownerUrl, (owner) => fillUp(owner, crowd))
    return { url: DATABASE_URL, authSecret: keptSecret(".data"), folder: ".data" }
  }
  const { folder, ownerUrl, appUrl, leave } = await enterLastingDatabase()
  onEnd(leave)
  console.log(`Data: ${folder}`)
  await withClient(ownerUrl("postgres"), (owner) => makeDatabase(owner, startOver))
  await fill(ownerUrl(DATABASE), appUrl(DATABASE), false)
  if (crowd) await withClient(ownerUrl(DATABASE), (owner) => fillUp(owner, crowd))
  return { url: appUrl(DATABASE), authSecret: keptSecret(folder), folder }
}

/** Gives the app of this process its settings, to serve the sample people there. Returns its address. */
export function enterSamples(
  { url, authSecret, folder }: SampleDatabase,
  { host, port }: Place,
  mode: "production" | "development",
): string {
  const address = `http://localhost:${port}`
  Object.assign(process.env, {
    NODE_ENV: mode,
    NEXT_TELEMETRY_DISABLED: "1",
    HOST: host,
    PORT: String(port),
    AUTH_URL: address,
    AUTH_SECRET: authSecret,
    DATABASE_URL: url,
    ...placeSettings(folder),
  })
  return address
}

async function makeDatabase(owner: pg.Client, startOver: boolean) {
  if (startOver) await owner.query(`DROP DATABASE IF EXISTS ${DATABASE} WITH (FORCE)`)
  const { rows } = await owner.query("SELECT FROM pg_database WHERE datname = $1", [DATABASE])
  if (rows.length === 0) await owner.query(`CREATE DATABASE ${DATABASE}`)
}

/** Refuses a database with people who are not ours: it may be somebody's real one. */
async function fill(ownerUrl: string, appUrl: string, startOver: boolean) {
  await prepareDatabase(ownerUrl, appUrl)
  await withClient(ownerUrl, async (owner) => {
    await owner.query("BEGIN")
    // Two launchers at once must not both find it empty.
    await owner.query(`LOCK TABLE "User" IN SHARE ROW EXCLUSIVE MODE`)
    const isSample = await isMarked(owner)
    const { rows } = await owner.query(`SELECT EXISTS (SELECT FROM "User") AS "hasPeople"`)
    if (rows[0].hasPeople && !isSample) {
      throw new Error("This database has people in it: give the demo one of its own.")
    }
    if (isSample && startOver) await owner.query(`TRUNCATE ${TABLES} CASCADE`)
    if (!rows[0].hasPeople || startOver) {
      await owner.query(`COMMENT ON TABLE "User" IS '${MARK}'`)
      await seed(owner, await hashPassword(samplePassword), new Date())
    }
    await owner.query("COMMIT")
  })
}

async function fillUp(owner: pg.Client, crowd: Crowd) {
  if (await hasCrowd(owner)) return console.log("There is a crowd already; --reset starts over.")
  await addCrowd(owner, crowd, console.log)
}

async function isMarked(owner: pg.Client): Promise<boolean> {
  const { rows } = await owner.query(`SELECT obj_description('"User"'::regclass) AS comment`)
  return rows[0].comment === MARK
}

function keptSecret(folder: string): string {
  const file = path.join(folder, "auth-secret")
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true })
    writeFileSync(file, randomBytes(33).toString("base64"), { mode: 0o600 })
  }
  return readFileSync(file, "utf8")
}
