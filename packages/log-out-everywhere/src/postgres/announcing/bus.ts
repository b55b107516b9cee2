import type { TokenPurpose } from "../../core/token.ts"
import type { Announcement, Heard, RevocationBus } from "../../live/bus.ts"
import type { Query } from "../query.ts"
import type { Listener } from "./listener.ts"
import { channel } from "./triggers.ts"

/**
 * The bus of PostgreSQL: the triggers of `migrate` announce at commit what was changed in rows, and the
 * listener hears it. `query` is that of the pool by which the app acts, outside any transaction.
 */
export function postgresBus(query: Query, listener: Listener): RevocationBus {
  const stops = new Set<() => void>()
  return {
    async announce(announcement) {
      await query(announce, [payloadOf(announcement)])
    },

    listen(hear) {
      const forget = listener.on(channel, (payload) => hear(heardIn(payload)))
      const stop = () => {
        forget()
        stops.delete(stop)
      }
      stops.add(stop)
      return stop
    },

    async close() {
      for (const stop of stops) stop()
    },
  }
}

const announce = { name: "loe_announce", text: `SELECT pg_notify('${channel}', $1)::text` }

function payloadOf(announcement: Announcement): string {
  switch (announcement.kind) {
    case "owner":
      return `owner ${announcement.userId}`
    case "purpose":
      return `purpose ${announcement.purpose}`
    case "everybody":
      return "everybody"
    case "beat":
      return `beat ${announcement.from}`
  }
}

/** What a later version may announce is taken for the most that it can mean. */
function heardIn(payload: string | null): Heard {
  if (payload === null) return { kind: "missed" }
  const [kind = ""] = payload.split(" ", 1)
  const id = payload.slice(kind.length + 1)
  switch (kind) {
    case "owner":
      return { kind, userId: id }
    case "purpose":
      return { kind, purpose: id as TokenPurpose }
    case "beat":
      return { kind, from: id }
    default:
      return { kind: "everybody" }
  }
}
