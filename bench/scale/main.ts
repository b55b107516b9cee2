/** `npm run bench -- scale`: what many sessions take, and what is done with all of them. Judges nothing. */
import { authentication } from "@/authentication"
import { postgresVersion } from "@/bench/record/machine"
import { openRecord } from "@/bench/record/record"
import { table } from "@/bench/report"
import { expunge } from "@/lib/db/expunger"
import { rollUp } from "@/lib/db/hourly/roll-up"
import { onEnd } from "@/scripts/launch/launcher"
import { startEphemeralDatabase } from "@/scripts/postgres/embedded-database"
import { sampleMails } from "@/test/mail/mails"
import { crowdedWorld } from "@/test/world/crowded-world"
import { partsOn, type World } from "@/test/world/people"
import { checkTime, noticeBytes, notifyRates, writeRates } from "./rates"
import { indexSizes, tableSizes } from "./sizes"

const hourMs = 60 * 60_000

export async function benchScale(sessions: number, results: string): Promise<void> {
  const { tell, keep } = openRecord({
    part: "scale",
    title: `What ${sessions.toLocaleString("en")} sessions take`,
    command: `npm run bench -- scale --sessions ${sessions}`,
    folder: results,
  })
  // Writes as a lasting one does.
  const server = await startEphemeralDatabase(true)
  onEnd(server.stop)
  const world = await crowdedWorld(server, sessions)
  onEnd(world.close)
  const { sql } = world
  const factor = 100_000_000 / sessions

  tell(await checkTime(world))
  tell(await writeRates(world))
  tell(await notifyRates(world))
  tell(await noticeBytes(world))
  await addSamples(world)
  await sql("VACUUM (ANALYZE)")
  tell(await tableSizes(sql, factor))
  tell(await indexSizes(sql, factor))
  tell(await worksOn(world))
  keep(await postgresVersion(world.urls.ownerUrl))
}

/** Rows that acts leave, as the app writes them. */
async function addSamples({ connection, sql }: World): Promise<void> {
  const people = await sql<{ id: string; email: string }>(`SELECT id, email FROM "User" LIMIT 2000`)
  await partsOn(connection).transact(async ({ audit, outbox }) => {
    for (const { id, email } of people) {
      await audit.append({
        action: "log_out_everywhere",
        actorId: id,
        targetId: id,
        address: "198.51.100.7",
        reason: "log_out_everywhere",
        scope: "everywhere",
        count: 10,
      })
      await outbox.add(sampleMails(email).new_device)
    }
  })
}

/** What the app does with all of it, or from time to time. */
async function worksOn({ connection, sql }: World): Promise<string> {
  const { retention } = authentication
  const rows: string[][] = []
  const time = async <Done>(
    name: string,
    work: () => Promise<Done>,
    told: (done: Done) => string = () => "",
  ) => {
    const startedAt = performance.now()
    const done = await work()
    rows.push([name, (performance.now() - startedAt).toFixed(0), told(done)])
  }

  await time("count 90 days by the hour, once", () => rollUp(connection, retention))
  await sql(`UPDATE "HourlyCount" SET hour = hour - interval '1 hour' WHERE measure = 'live'`)
  await time("count the last hour", () => rollUp(connection, retention))
  await time(
    "delete what ended more than an hour ago",
    () => expunge(connection, { ...retention, endedMs: hourMs }),
    (gone) => `${gone?.tokens.toLocaleString("en")} tokens`,
  )
  await time("look for more of it", () => expunge(connection, { ...retention, endedMs: hourMs }))
  await time("log everyone out", () =>
    partsOn(connection).transact(({ everyonesTokens }) =>
      everyonesTokens.raiseGenerations(["session"], null, null),
    ),
  )
  await time(
    "count whom that ended, if asked",
    () => sql<{ count: number }>(ended),
    ([found]) => `${found?.count.toLocaleString("en")} sessions`,
  )
  return table(["Work on all of it", "ms", "of"], rows)
}

const ended = `SELECT count(*)::int AS count FROM log_out_everywhere.token_status WHERE purpose = 'session' AND NOT "isLive"`
