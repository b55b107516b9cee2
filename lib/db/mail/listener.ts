import { setTimeout as sleep } from "node:timers/promises"
import pg from "pg"

export interface Listener {
  readonly close: () => Promise<void>
}

/**
 * Calls `heard` whenever PostgreSQL passes something on in the channel, and after each connection,
 * since nobody heard what was said before.
 *
 * Keeps its own connection, and reconnects for as long as it takes when the database goes away.
 */
export function listen(databaseUrl: string, channel: string, heard: () => void): Listener {
  const closing = new AbortController()
  let client: pg.Client | undefined

  const listening = (async () => {
    for (let pauseMs = FIRST_PAUSE_MS; !closing.signal.aborted; pauseMs *= 2) {
      client = new pg.Client({ connectionString: databaseUrl, ...patience })
      client.on("notification", heard)
      try {
        await untilLost(client, channel, () => {
          pauseMs = FIRST_PAUSE_MS
          heard()
        })
      } catch {
        // An outage of the database, which those who have something to ask it will tell of.
      }
      await client.end().catch(() => {})
      const lengthMs = Math.min(pauseMs, LONGEST_PAUSE_MS)
      await sleep(lengthMs, undefined, { signal: closing.signal }).catch(() => {})
    }
  })()

  return {
    async close() {
      closing.abort()
      await client?.end().catch(() => {})
      await listening
    },
  }
}

// An idle channel is silent by nature: only the system can tell whether somebody is at its other end.
const patience = {
  connectionTimeoutMillis: 5_000,
  keepAlive: true,
  keepAliveInitialDelayMillis: 10_000,
}

const FIRST_PAUSE_MS = 250
const LONGEST_PAUSE_MS = 15_000

async function untilLost(client: pg.Client, channel: string, connected: () => void) {
  // Unheard, the event would end the process.
  client.on("error", () => {})
  await client.connect()
  const lost = new Promise((resolve) => client.once("end", resolve))
  await client.query(`LISTEN ${pg.escapeIdentifier(channel)}`)
  connected()
  await lost
}
