import pino, { type DestinationStream, type Logger } from "pino"
import { logDestination } from "./log-destination"
import { currentRequest } from "./request-context"
import { settings } from "./settings"

let known: Logger | undefined

/** One JSON object a line, on standard output. What is said while a request is answered bears its id. */
export function log(): Logger {
  known ??= createLog(settings().logLevel)
  return known
}

/** Whatever bears one of these names is not written, at the top or one step down. */
const hidden = [
  "authorization",
  "cookie",
  "set-cookie",
  "password",
  "passwordHash",
  "currentPassword",
  "newPassword",
  "secret",
  "clientSecret",
  "token",
  "sessionToken",
  "databaseUrl",
  "directDatabaseUrl",
].flatMap((name) => [`["${name}"]`, `*["${name}"]`, `*.headers["${name}"]`, `headers["${name}"]`])

export function createLog(
  level: string,
  destination: DestinationStream = logDestination(1, { lostLine }),
): Logger {
  const options = {
    level,
    base: null,
    redact: { paths: hidden, censor: "[hidden]" },
    mixin: () => {
      const request = currentRequest()?.id
      return request ? { request } : {}
    },
  }
  return pino(options, destination)
}

/** Lines of the log that could not be written, told once they can be again. */
const lostLine = (lost: number) =>
  `${JSON.stringify({ level: 40, time: Date.now(), lost, msg: "lines of the log were lost" })}\n`
