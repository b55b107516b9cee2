import type { Logger } from "pino"
import { errorFacts, withoutSecrets } from "@/lib/error-facts"
import { outageMark } from "@/lib/outage-mark"
import { currentRequest } from "@/lib/request-context"

/**
 * Has what Next reports on the console go into the log, with the request that it is about.
 *
 * Next reports an error before it gives the error's digest to the page. The digest becomes the request's
 * id here, so that the page shows a person the words by which an operator finds this line. An outage is marked, for
 * the page has words for it.
 */
export function sendToLog(
  reporter: Pick<Console, "error" | "warn">,
  log: Logger,
  isOutage: (error: Error) => boolean,
): void {
  reporter.error = (...said) => {
    const error = said.find((each) => each instanceof Error)
    if (error && isTold(error)) return
    log.error(factsOf(said), "a request failed")
    if (error) markAsTold(error, isOutage(error))
  }
  reporter.warn = (...said) => log.warn(factsOf(said), "Next warns")
}

function factsOf(said: readonly unknown[]) {
  const error = said.find((each) => each instanceof Error)
  const { method, path } = currentRequest() ?? {}
  const place = path && { method, path: path.slice(0, 300) }
  if (error) return { ...place, error: errorFacts(error) }
  const words = said.filter((each) => typeof each === "string").join(" ")
  return { ...place, said: withoutSecrets(words) }
}

/** The same error comes again from the page that it broke, in the words that Next shows to clients. */
const isTold = (error: Error) =>
  "digest" in error && String(error.digest).replace(outageMark, "") === currentRequest()?.id

function markAsTold(error: Error, isOutage: boolean) {
  const request = currentRequest()
  if (!request || !Object.isExtensible(error)) return
  Object.assign(error, { digest: `${isOutage ? outageMark : ""}${request.id}` })
}
