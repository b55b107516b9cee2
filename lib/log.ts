import pino, { type DestinationStream, type Logger } from "pino"
import { settings } from "./settings"

let known: Logger | undefined

/** One JSON object a line, on standard output. */
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
].flatMap((name) => [`["${name}"]`, `*["${name}"]`, `*.headers["${name}"]`, `headers["${name}"]`])

export function createLog(level: string, destination?: DestinationStream): Logger {
  const options = { level, base: null, redact: { paths: hidden, censor: "[hidden]" } }
  return destination ? pino(options, destination) : pino(options)
}
