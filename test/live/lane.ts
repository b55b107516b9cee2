import { setTimeout as sleep } from "node:timers/promises"
import fc from "fast-check"
import { createAdopter } from "@/test/adopters/adopter"
import { childProgram, startChild } from "./child"
import { story } from "./commands"
import { type Lane, tell } from "./story"

/** As short as the timers of a busy machine let it be: a story has to wait for its end. */
const lengthMs = 60

/** What stories must find missing. */
export const guards = ["the lease", "the trigger on tokens", "the trigger on owners"] as const
export type Guard = (typeof guards)[number]

export interface StoriesOptions {
  readonly stories: number
  readonly seed: number
  readonly lanes: number
  /** What is taken out. */
  readonly without?: Guard | undefined
}

/** What the stories of one lane came to. */
export interface Tally {
  readonly stories: number
  /** How many answers came from memory. */
  readonly kept: number
  /** What must not have been, with the shortest story that shows it; null if nothing. */
  readonly broken: string | null
}

/** Tells so many stories to pairs of processes, each pair on its own database. */
export async function tellStories({
  stories,
  seed,
  lanes,
  without,
}: StoriesOptions): Promise<readonly Tally[]> {
  const program = await childProgram()
  try {
    return await Promise.all(
      Array.from({ length: lanes }, async (_, index) => {
        const lane = await openLane(program.file, without)
        try {
          return await tellIn(lane, {
            ...{ numRuns: Math.ceil(stories / lanes), seed: seed + index },
            // What is told over is told slowly, and comes to the same.
            endOnFailure: true,
          })
        } finally {
          await lane.close()
        }
      }),
    )
  } finally {
    program.remove()
  }
}

async function openLane(program: string, without?: Guard) {
  const adopter = await createAdopter("uuid")
  const trigger = without && triggers[without]
  if (trigger) await adopter.sql(`DROP TRIGGER ${trigger}`)
  const start = () => startChild(program, adopter.url, lengthMs, without === "the lease")
  const children = [await start(), await start()] as const
  return {
    children,
    lengthMs,
    addUser: adopter.addUser,
    sql: (text: string, values: readonly unknown[]) => adopter.sql(text, [...values]),
    async close() {
      for (const child of children) child.close()
      await adopter.close()
    },
  }
}

const triggers: Readonly<Record<Guard, string | null>> = {
  "the lease": null,
  "the trigger on tokens": "announce_change ON log_out_everywhere.token",
  "the trigger on owners": "announce_change ON log_out_everywhere.owner",
}

async function tellIn(lane: Lane, parameters: fc.Parameters<unknown>): Promise<Tally> {
  let stories = 0
  let kept = 0
  const property = fc.asyncProperty(story, async (commands) => {
    await untilLive(lane)
    const ending = await tell(lane, commands)
    stories++
    kept += ending.kept
    if (ending.broken.length > 0) throw new Error(ending.broken.join("\n"))
  })
  const details = await fc.check(property, parameters as fc.Parameters<[unknown]>)
  if (!details.failed) return { stories, kept, broken: null }
  const { errorInstance: error } = details
  const found = error instanceof Error ? error.message : String(error)
  return { stories, kept, broken: `${found}\n${fc.defaultReportMessage(details)}` }
}

/** A line that was cut or silent has to mend before the next story. On a machine that is too busy it is told without. */
async function untilLive({ children }: Lane): Promise<void> {
  const until = performance.now() + 10 * lengthMs
  for (const { ask } of children) {
    while (performance.now() < until && !(await ask({ kind: "say whether it is live" })).isLive) {
      await sleep(3)
    }
  }
}
