import { openAddOnApp } from "@/bench/add-on-app"
import { emailOf, userIdOf } from "@/bench/sessions"
import { connect, disconnect } from "@/lib/db/client"
import { sessionsOf } from "@/lib/db/lists/session-list"
import { partsOn } from "@/test/world/people"
import { firstPeople, listed, nineMore, type PeopleTeam } from "./contender"

export function ourPeople(url: string): PeopleTeam {
  const connection = connect(url)
  const { pool } = connection
  const { logIn } = openAddOnApp(pool)
  return {
    name: "ours",
    role: "ours",
    fill: () =>
      pool.query(
        `INSERT INTO log_out_everywhere.token (hash, purpose, "userId", epoch, "realmGeneration", method,
           "issuedAt", "provedAt", "lastActiveAt", "idleAt", "expiresAt", address, "userAgent", "deviceKind")
         SELECT sha256(gen_random_uuid()::text::bytea), purpose, "userId", epoch, "realmGeneration", method,
           "issuedAt", "provedAt", "lastActiveAt", "idleAt", "expiresAt", address, "userAgent", "deviceKind"
         FROM log_out_everywhere.token, ${nineMore} WHERE "userId" = ANY ($1::uuid[])`,
        [firstPeople],
      ),
    logIn: {
      name: "ours: mark and issue",
      role: "ours",
      prepare(session) {
        const userId = userIdOf(session)
        return async () => ((await logIn(userId)).ok ? emailOf(session) : null)
      },
    },
    list: {
      name: "ours: the page of my sessions",
      role: "ours",
      sample: listed,
      prepare(session) {
        const list = sessionsOf(userIdOf(session), connection)
        return async () => {
          const { items } = await list.live(null, { size: 50 })
          return items.length > 0 ? emailOf(session) : null
        }
      },
    },
    everyoneOut: () =>
      partsOn(connection).transact(({ everyonesTokens }) =>
        everyonesTokens.raiseGenerations(["session"], null, null),
      ),
    async countLive() {
      const { rows } = await pool.query(
        `SELECT count(*)::int AS live FROM log_out_everywhere.token_status WHERE purpose = 'session' AND "isLive"`,
      )
      return rows[0].live
    },
    close: () => disconnect(connection),
  }
}
