/** A rolling upgrade: the release before serves while its database is migrated, and then beside the new one. */
import { randomBytes } from "node:crypto"
import { withClient } from "@/scripts/postgres/prepare-database"
import { buildIfStale } from "@/scripts/release/build"
import { type Outcome, quantile } from "@/test/soak/figures"
import { askAs } from "@/test/soak/session-at"
import { createEmptyDatabase, type TestDatabase } from "@/test/world/database"
import { endAll } from "@/test/world/released-app"
import { type Account, type Judged, judge, logIn, type Sql } from "./acts"
import { type EarlierRelease, earlierRevision, makeRelease } from "./earlier-release"
import { errorsOf, runCommand, serve, stop } from "./operated"
import { type Asked, trickle } from "./trickle"

export interface UpgradeOptions {
  /** A commit; the last one before the newest migration, if it is left out. */
  readonly from: string | undefined
}

const notRun =
  "NOT RUN: the release before is made out of the history, and here is no Git checkout that has it (a shallow clone has not)."

/** The new release: this checkout, built. */
const fresh = "."

export async function soakUpgrade({ from }: UpgradeOptions): Promise<Outcome> {
  const revision = earlierRevision(from)
  if (!revision) return { figures: {}, broken: [], notes: [notRun] }
  const earlier = await makeRelease(revision)
  await buildIfStale()
  const database = await createEmptyDatabase()
  try {
    return await withClient(database.ownerUrl, (owner) =>
      upgrade(
        earlier,
        database,
        async (text, values = []) => (await owner.query(text, [...values])).rows,
      ),
    )
  } finally {
    endAll()
    await database.drop()
  }
}

async function upgrade(
  earlier: EarlierRelease,
  database: TestDatabase,
  sql: Sql,
): Promise<Outcome> {
  const secret = randomBytes(33).toString("base64")
  await runCommand(earlier.folder, database, ["migrate"])
  const [steady, inTurns] = [
    await addAccount(earlier, database, sql, "steady@example.com"),
    await addAccount(earlier, database, sql, "in-turns@example.com"),
  ]
  await fill(sql)

  const old = await serve(earlier.folder, database, secret)
  const logIns = await Promise.all([1, 2, 3].map(() => logIn(old.url, steady)))
  const live = logIns.filter((logIn) => logIn !== null)
  const atOld = trickle(old.url, live)
  await atOld.more(30)
  const begun = performance.now()
  const said = await runCommand(fresh, database, ["migrate"])
  const tookMs = performance.now() - begun
  await atOld.more(30)
  const during = atOld.asked.filter((each) => each.begun < begun + tookMs && each.ended > begun)

  const added = await serve(fresh, database, secret)
  const atNew = trickle(added.url, live)
  const [first, second, third] = ["seven herons wade", "nine magpies soar", "two owls hunt"]
  const toNew = { acts: old.url, knows: added.url, isLive: true }
  const toOld = { acts: added.url, knows: old.url, isLive: await tellsPages(old.url) }
  const judged: Judged[] = [
    ...at("the release before", await judge(toNew, sql, inTurns, first)),
    ...at("the new one", await judge(toOld, sql, { ...inTurns, password: first }, second)),
  ]
  await atOld.stop()
  judged.push(["the release before stops with exit code 0", (await stop(old)) === 0])

  const back = await serve(earlier.folder, database, secret)
  const atBack = trickle(back.url, live)
  await atBack.more(30)
  const fromBack = { ...toNew, acts: back.url }
  const last = await judge(fromBack, sql, { ...inTurns, password: second }, third)
  judged.push(...at("the release before, started again", last))
  for (const { url } of [back, added]) {
    const statuses = await Promise.all(live.map((each) => askAs(url, each)))
    judged.push(["nobody was logged out", live.length === 3 && statuses.every(isLetIn)])
  }
  await Promise.all([atBack.stop(), atNew.stop()])
  await Promise.all([stop(back), stop(added)])

  const migrations = said.match(/^Applied the migration /gm)?.length ?? 0
  const broken = [
    ...judged.filter(([, holds]) => !holds).map(([law]) => `Not so: ${law}.`),
    ...[atOld, atNew, atBack].flatMap(({ asked }) => refusals(asked)),
    ...[old, added, back].flatMap(errorsOf),
  ]
  if (migrations === 0) broken.push("Nothing was migrated, so this proves nothing.")
  if (during.length === 0) broken.push("Nobody asked during the migration: this proves nothing.")
  return {
    figures: {
      [`during ${migrations} migrations of ${Math.round(tookMs)} ms`]: figureOf(during),
      "at the release before": figureOf(atOld.asked),
      "at the new one": figureOf(atNew.asked),
      "at the release before, started again": figureOf(atBack.asked),
    },
    broken,
    notes: [`From ${earlier.name}. ${judged.length} promises were looked at.`],
  }
}

async function addAccount(
  { folder }: EarlierRelease,
  database: TestDatabase,
  sql: Sql,
  email: string,
): Promise<Account> {
  const password = "lantern harbor demo"
  await runCommand(folder, database, ["admin", "create", email, "--password-stdin"], password)
  const [row] = await sql<{ id: string }>(`SELECT id FROM "User" WHERE email = $1`, [email])
  if (!row) throw new Error(`There is no ${email}.`)
  return { id: row.id, email, password }
}

/** What the migrations have to get through: people, their sessions, and a log of as many lines. */
async function fill(sql: Sql): Promise<void> {
  await sql(`INSERT INTO "User" (id, email, name)
    SELECT gen_random_uuid(), 'person-' || n || '@example.com', 'Ann' FROM generate_series(1, 20000) n`)
  await sql(
    `INSERT INTO log_out_everywhere.owner ("userId") SELECT id FROM "User" ON CONFLICT DO NOTHING`,
  )
  await sql(`INSERT INTO log_out_everywhere.token (hash, purpose, "userId", epoch, "realmGeneration", method,
      "issuedAt", "provedAt", "lastActiveAt", "idleAt", "expiresAt", "userAgent")
    SELECT sha256(gen_random_uuid()::text::bytea), 'session', id, 0, 0, 'password', now(), now(), now(),
      now() + interval '2 hours', now() + interval '12 hours', 'curl/8.5.0'
    FROM "User", generate_series(1, 5)`)
  await sql(`INSERT INTO "AuditEvent" (id, action, "actorId", "targetId")
    SELECT gen_random_uuid(), 'log_in', id, id FROM "User", generate_series(1, 5)`)
}

/** Whether open pages are told of ends by it. */
const tellsPages = async (url: string) => (await fetch(`${url}/api/live`)).status !== 404

const at = (where: string, judged: readonly Judged[]): Judged[] =>
  judged.map(([law, holds]) => [`of acts at ${where}: ${law}`, holds])

const isLetIn = (status: number) => status === 200

function refusals(asked: readonly Asked[]): string[] {
  const statuses = asked.map(({ status }) => status).filter((status) => !isLetIn(status))
  return [...new Set(statuses)].map((status) => {
    const count = statuses.filter((each) => each === status).length
    return `${count} requests in live sessions were answered ${status}.`
  })
}

function figureOf(asked: readonly Asked[]): Record<string, number> {
  const ms = asked.map(({ begun, ended }) => ended - begun)
  return {
    requests: asked.length,
    "p50 ms": Math.round(quantile(ms, 0.5)),
    "p99 ms": Math.round(quantile(ms, 0.99)),
    "slowest ms": Math.round(Math.max(...ms)),
  }
}
