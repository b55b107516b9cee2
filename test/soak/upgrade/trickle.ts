/** A few people who go on using the app, one page after the other. */
import { setTimeout as sleep } from "node:timers/promises"
import { askAs } from "@/test/soak/session-at"

export interface Asked {
  readonly status: number
  readonly begun: number
  readonly ended: number
}

export interface Trickle {
  readonly asked: readonly Asked[]
  /** Resolves once so many more were answered. */
  readonly more: (count: number) => Promise<void>
  /** Resolves once nothing is under way any more. */
  readonly stop: () => Promise<void>
}

const paths = [
  "/account/security",
  "/api/v1/me",
  "/admin/sessions",
  "/api/session",
  "/api/v1/me",
  "/admin/users",
]
const pauseMs = 10

/** Asks in each of the sessions, for as long as it is not stopped. What gets no answer is status 0. */
export function trickle(url: string, secrets: readonly string[]): Trickle {
  const asked: Asked[] = []
  let isOver = false
  const lanes = secrets.map(async (secret) => {
    for (let turn = 0; !isOver; turn++) {
      const begun = performance.now()
      const status = await askAs(url, secret, paths[turn % paths.length]).catch(() => 0)
      asked.push({ status, begun, ended: performance.now() })
      await sleep(pauseMs)
    }
  })
  return {
    asked,
    async more(count) {
      const enough = asked.length + count
      while (asked.length < enough) await sleep(pauseMs)
    },
    async stop() {
      isOver = true
      await Promise.all(lanes)
    },
  }
}
