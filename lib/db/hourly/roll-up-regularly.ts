import type { Retention } from "log-out-everywhere"
import type { Logger } from "pino"
import type { Pooled } from "@/lib/db/query"
import { errorFacts } from "@/lib/error-facts"
import { rollUp } from "./roll-up"

const firstMs = 5_000
const hourMs = 60 * 60_000

/** Counts soon after the start and then a minute after each hour, until it is stopped. What goes wrong is logged, and tried again. */
export function rollUpRegularly(
  connection: Pooled,
  retention: Pick<Retention, "endedMs">,
  log: Pick<Logger, "error">,
): { readonly stop: () => void } {
  let timer = setTimeout(run, firstMs).unref()

  async function run() {
    try {
      await rollUp(connection, retention)
    } catch (error) {
      log.error({ error: errorFacts(error) }, "counting the last hours failed")
    }
    // Not all processes at the same second.
    const afterHourMs = (1 + Math.random() / 2) * 60_000
    timer = setTimeout(run, hourMs - (Date.now() % hourMs) + afterHourMs).unref()
  }

  return { stop: () => clearTimeout(timer) }
}
