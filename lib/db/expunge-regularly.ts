import type { Retention } from "log-out-everywhere"
import type { Logger } from "pino"
import { errorFacts } from "@/lib/error-facts"
import { expunge } from "./expunger"
import type { Pooled } from "./query"

const firstMs = 60_000
const everyMs = 60 * 60_000

/** Expunges soon after the start and then each hour, until it is stopped. What goes wrong is logged, and tried again. */
export function expungeRegularly(
  connection: Pooled,
  retention: Retention,
  log: Pick<Logger, "info" | "error">,
): { readonly stop: () => void } {
  let timer = setTimeout(run, firstMs).unref()

  async function run() {
    try {
      const expunged = await expunge(connection, retention)
      if (expunged) log.info({ expunged }, "expunged what ended long ago")
    } catch (error) {
      log.error({ error: errorFacts(error) }, "expunging failed")
    }
    // Not all processes at the same second.
    timer = setTimeout(run, everyMs * (0.9 + Math.random() / 5)).unref()
  }

  return { stop: () => clearTimeout(timer) }
}
