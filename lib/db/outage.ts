/**
 * Whether an error says that the database could not be asked, or would not take it: not there, full, too slow,
 * read-only, closed to our role. What was asked for has then been rolled back, and may be asked again.
 */
export function isOutage(error: unknown, depth = 0): boolean {
  if (!(error instanceof Error) || depth > 4) return false
  const { code, severity, meta, cause, message } = error as Error & Told
  if (isFatal(severity)) return true
  if (typeof code === "string" && (sqlStates.test(code) || systemCodes.has(code))) return true
  if (timeouts.test(message)) return true
  // Prisma keeps what the driver said beside its own code.
  const { driverAdapterError } = (meta ?? {}) as { driverAdapterError?: unknown }
  if (isOutage(driverAdapterError, depth + 1) || isOutage(cause, depth + 1)) return true
  return isDriversCause(cause)
}

type Told = Record<"code" | "severity" | "meta" | "cause", unknown>

/** The server gave the connection up, or never took it, for whatever reason. */
const isFatal = (severity: unknown) => severity === "FATAL" || severity === "PANIC"

/** Connection, resources, operator, read-only, privilege; and Prisma's own words for the first two. */
const sqlStates = /^(?:08...|53...|57P0.|58...|25006|42501|P1001|P1002|P1008|P1017|P2024|P2028)$/

const systemCodes = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "ENOTFOUND",
  "ENOENT",
  "EPIPE",
  "ETIMEDOUT",
  "EHOSTUNREACH",
])

/** The pool's and the driver's own, which bear no code. */
const timeouts =
  /^(?:timeout exceeded when trying to connect|Query read timeout|Connection terminated|The database does not answer|Client has encountered a connection error)/

/** A driver adapter's error has its facts in an object that is no error. */
function isDriversCause(cause: unknown): boolean {
  if (typeof cause !== "object" || cause === null) return false
  const { originalCode, kind, severity } = cause as Record<
    "originalCode" | "kind" | "severity",
    unknown
  >
  return (
    isFatal(severity) ||
    (typeof originalCode === "string" &&
      (sqlStates.test(originalCode) || systemCodes.has(originalCode))) ||
    (typeof kind === "string" && kinds.has(kind))
  )
}

/** A driver adapter's words for the same, where it keeps no more of them. */
const kinds = new Set([
  "AuthenticationFailed",
  "ConnectionClosed",
  "DatabaseAccessDenied",
  "DatabaseDoesNotExist",
  "DatabaseNotReachable",
  "SocketTimeout",
  "TooManyConnections",
])
