/** Kills the app and the database in the middle of a burst of acts, and looks at what is left. */
import { spawn } from "node:child_process"
import { once } from "node:events"
import path from "node:path"
import { createInterface } from "node:readline"
import { setTimeout as sleep } from "node:timers/promises"
import { type EphemeralDatabase, startEphemeralDatabase } from "@/scripts/embedded-database"
import { prepareDatabase } from "@/scripts/prepare-database"
import { addPerson, openWorld, type World } from "@/scripts/test-people"
import type { Outcome } from "./figures"
import { type Acknowledgement, checkPromises, passwordAfter } from "./promises"

export interface CrashOptions {
  /** How often each of the two is killed. */
  readonly kills: number
}

const peopleInBurst = 6
const longestBurstMs = 600

export async function soakCrashes({ kills }: CrashOptions): Promise<Outcome> {
  const database = await startEphemeralDatabase(true)
  const urls = { url: database.appUrl("postgres"), ownerUrl: database.ownerUrl("postgres") }
  await prepareDatabase(urls.ownerUrl, urls.url)
  const world = openWorld(urls)

  const figures: Record<string, Record<string, number>> = {}
  const broken: string[] = []
  for (const victim of ["app", "database"] as const) {
    const tally = { kills: 0, acknowledged: 0, "committed, not acknowledged": 0, broken: 0 }
    while (tally.kills < kills) {
      const {
        acknowledged,
        unacknowledged,
        broken: found,
      } = await crashOnce(world, database, victim)
      tally.kills++
      tally.acknowledged += acknowledged
      tally["committed, not acknowledged"] += unacknowledged
      tally.broken += found.length
      broken.push(...found)
    }
    figures[`kill -9 of the ${victim}`] = tally
    if (tally.acknowledged === 0) broken.push(`The ${victim} was killed before anything was done.`)
  }

  await world.close()
  await database.stop()
  return { figures, broken }
}

async function crashOnce(world: World, database: EphemeralDatabase, victim: "app" | "database") {
  const people = await Promise.all(
    Array.from({ length: peopleInBurst }, () => addPerson(world, { password: passwordAfter(0) })),
  )
  const told: Acknowledgement[] = []
  const app = spawn(
    process.execPath,
    [
      "--import",
      "tsx",
      path.join(import.meta.dirname, "burst.ts"),
      world.urls.url,
      JSON.stringify(people),
    ],
    { stdio: ["ignore", "pipe", "inherit"] },
  )
  const ended = once(app, "close")
  const lines = createInterface({ input: app.stdout })
  const begun = once(lines, "line")
  lines.on("line", (line) => told.push(JSON.parse(line)))

  await Promise.race([begun, ended])
  await sleep(Math.random() * longestBurstMs)
  if (victim === "app") app.kill("SIGKILL")
  else database.crash()
  await ended
  if (victim === "database") await database.restart()

  const checked = await Promise.all(
    people.map((person) =>
      checkPromises(
        world,
        person,
        told.filter(({ personId }) => personId === person.id),
      ),
    ),
  )
  return {
    acknowledged: checked.reduce((sum, { acknowledged }) => sum + acknowledged, 0),
    unacknowledged: checked.reduce((sum, { unacknowledged }) => sum + unacknowledged, 0),
    broken: checked.flatMap(({ broken }) => broken),
  }
}
