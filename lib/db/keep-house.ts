import type { Retention } from "log-out-everywhere"
import type { Logger } from "pino"
import { rollUp } from "@/lib/db/hourly/roll-up"
import { errorFacts } from "@/lib/error-facts"
import { expunge } from "./expunger"
import type { Pooled } from "./query"

const minuteMs = 60_000
const hourMs = 60 * minuteMs

/**
 * Counts and expunges, soon after the start and then each hour, until it is stopped. What goes wrong is logged, and
 * tried again.
 */
export function keepHouse(
  on: Pooled,
  retention: Retention,
  log: Pick<Logger, "info" | "error">,
): { readonly stop: () => void } {
  const count = () => rollUp(on, retention)
  async function tidy() {
    const expunged = await expunge(on, retention)
    if (expunged) log.info({ expunged }, "expunged what ended long ago")
  }
  // A minute after the hour that it counts. Neither in all processes at the same second.
  const toNextCount = () => hourMs - (Date.now() % hourMs) + (1 + Math.random() / 2) * minuteMs
  const toNextTidying = () => hourMs * (0.9 + Math.random() / 5)
  const stops = [
    regularly(count, 5_000, toNextCount, "counting the last hours failed"),
    regularly(tidy, minuteMs, toNextTidying, "expunging failed"),
  ]
  return {
    stop() {
      for (const stop of stops) stop()
    },
  }

  function regularly(
    work: () => Promise<unknown>,
    firstMs: number,
    pauseMs: () => number,
    failure: string,
  ) {
    let timer = setTimeout(run, firstMs).unref()
    async function run() {
      await work().catch((error) => log.error({ error: errorFacts(error) }, failure))
      timer = setTimeout(run, pauseMs()).unref()
    }
    return () => clearTimeout(timer)
  }
}
