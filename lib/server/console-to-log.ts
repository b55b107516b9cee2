import type { Logger } from "pino"

/**
 * Has what Next reports on the console go into the log: names alone. The text of an error can carry what
 * a client sent, line breaks and all.
 */
export function sendToLog(reporter: Pick<Console, "error" | "warn">, log: Logger): void {
  reporter.error = (...said) => log.error(named(said), "Next reports an error")
  reporter.warn = (...said) => log.warn(named(said), "Next warns")
}

/** The digest is the number that the person's page shows. */
function named(said: readonly unknown[]) {
  const error = said.find((each) => each instanceof Error)
  const digest = error && "digest" in error ? String(error.digest).slice(0, 40) : undefined
  return { ...(error && { type: error.name }), ...(digest && { digest }) }
}
