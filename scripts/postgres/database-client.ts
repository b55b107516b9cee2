/** How an operator's command talks to the database that a variable names: it says whose fault something is. */
import pg from "pg"
import { allowSilence, sessionOptions } from "@/lib/db/client"

type Variable = "DATABASE_URL" | "MIGRATION_DATABASE_URL"

/** Until a person is told what is being waited for. */
const NOTICE_MS = 3_000
/** Until it is given up. */
export const PATIENCE_MS = 30_000

/**
 * Connects as the app does, works, and ends the connection.
 *
 * A database that accepts connections and says nothing is told of after a few seconds, and ends the work
 * after `patienceMs` of silence.
 */
export async function withDatabase<T>(
  variable: Variable,
  url: string,
  work: (client: pg.Client) => Promise<T>,
  { noticeMs = NOTICE_MS, patienceMs = PATIENCE_MS } = {},
): Promise<T> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: patienceMs,
    options: sessionOptions,
  })
  // What breaks between two statements is told by the next one.
  client.on("error", () => {})
  const notice = setTimeout(() => {
    console.error(`The database of ${variable} does not answer so far. Waiting …`)
  }, noticeMs)
  try {
    await client.connect()
    client.connection.stream.on("data", () => notice.refresh())
    allowSilence(client, patienceMs)
    return await work(client)
  } catch (error) {
    throw sentenceOf(variable, error)
  } finally {
    clearTimeout(notice)
    if (!client.connection.stream.destroyed) await client.end()
  }
}

/** Our own sentences stand as they are; what the system or the server says lacks whom it is about. */
function sentenceOf(variable: Variable, error: unknown): unknown {
  const reason = reasonOf(error)
  if (!reason) return error
  return new Error(`The database of ${variable} cannot be used: ${reason}.`, { cause: error })
}

function reasonOf(error: unknown): string | undefined {
  // One try for each address of the host; the first says enough.
  if (error instanceof AggregateError) return reasonOf(error.errors[0])
  if (!(error instanceof Error)) return undefined
  if (/timeout expired|does not answer/.test(error.message)) return "it does not answer"
  return "code" in error ? error.message : undefined
}
