/** Brings pieces of work into one exact order, statement by statement. */
import { type Connection, disconnect } from "@/lib/db/client"
import type { World } from "@/test/world/people"
import { type Watch, watchedConnection } from "@/test/world/watched-connection"
import { isWaitedFor } from "./lock-waits"

export type Halt = "stopped" | "waiting" | "finished"

/** Work that stops before certain statements, and goes on when it is told to. */
export interface Runner {
  /**
   * Lets it run to its next stop, to its end, or into a lock that another holds, and says which.
   *
   * The first step brings it to its first stop. One that waits goes on by itself once it gets the
   * lock, as far as its next stop.
   */
  readonly step: () => Promise<Halt>
  /** Settles with the work, once it has been let run to its end. */
  readonly finished: Promise<void>
}

/** A connection on which one piece of work after the other runs in steps. */
export interface Lane {
  /** How it shows in pg_stat_activity. */
  readonly name: string
  /** The stops in the order in which they come: it halts before the statement that matches the next one. */
  readonly begin: (stops: readonly RegExp[], work: Work) => Runner
  readonly close: () => Promise<void>
}

type Work = (connection: Connection) => Promise<void>

export function openLane(
  { urls, sql }: World,
  rewrite?: Watch["rewrite"],
  patienceMs = 20_000,
): Lane {
  const name = `lane-${process.pid}-${++lanes}`
  let isBusy = false
  let stopBefore: (statement: string) => Promise<void> | undefined = () => undefined
  const watch = {
    before: (statement: string) => stopBefore(statement),
    ...(rewrite && { rewrite }),
  }
  const connection = watchedConnection(urls.url, watch, name)

  const isWaiting = async () => {
    // Not by pg_stat_activity, where one that was just let go on still waits.
    const locks = await sql(
      `SELECT FROM pg_locks JOIN pg_stat_activity USING (pid) WHERE application_name = $1 AND ${isWaitedFor}`,
      [name],
    )
    return locks.length > 0
  }

  return {
    name,
    begin(stops, work) {
      if (isBusy) throw new Error(BUSY)
      isBusy = true
      const ahead = [...stops]
      let state: "running" | "stopped" | "finished" = "stopped"
      let goOn = () => {}
      const begun = new Promise<void>((resolve) => {
        goOn = resolve
      })
      const finished = begun
        .then(() => work(connection))
        .finally(() => {
          state = "finished"
          isBusy = false
        })
      stopBefore = (statement) => {
        if (!ahead[0]?.test(statement)) return undefined
        ahead.shift()
        return new Promise((resolve) => {
          goOn = resolve
          state = "stopped"
        })
      }
      const settle = async (): Promise<Halt> => {
        const deadline = Date.now() + patienceMs
        while (state === "running") {
          if ((await isWaiting()) && state === "running") return "waiting"
          if (Date.now() > deadline) throw new Error(NOWHERE)
        }
        return state
      }
      return {
        finished,
        async step() {
          // One that waited has since got its lock, and is still on its way to its stop.
          if ((await settle()) === "stopped") {
            state = "running"
            goOn()
          }
          return settle()
        },
      }
    },
    // What was left where it stopped holds its connection for as long as this process lives.
    close: async () => (isBusy ? undefined : disconnect(connection)),
  }
}

const NOWHERE =
  "The work neither comes to its next stop, nor waits for a lock, nor ends: what it does is not what the test believes."

const BUSY = "The work before this one was left where it stopped, by a test that failed."

let lanes = 0
