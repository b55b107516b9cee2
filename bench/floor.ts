import { RequestCookies } from "@edge-runtime/cookies"
import { hashSecret } from "log-out-everywhere"
import type pg from "pg"
import { sessionCookieName } from "@/lib/auth/cookies/session-cookie"
import type { Check, Team } from "./contender"
import { requestWith, secretOf } from "./sessions"

/** The least that a check in the database can cost: a prepared statement that finds the live row. */
export function floor(pool: pg.Pool): Omit<Team, "close"> {
  const find = async (hash: Uint8Array) =>
    (await pool.query({ ...statement, values: [hash] })).rows[0]?.email
  return {
    checks: [
      {
        name: "floor: one prepared statement",
        role: "floor",
        prepare(session): Check {
          const hash = hashSecret(secretOf(session))
          return () => find(hash)
        },
      },
    ],
    gates: [
      {
        name: "floor: cookie, hash, one prepared statement",
        role: "floor",
        prepare(session): Check {
          const headers = requestWith(`${sessionCookieName}=${secretOf(session)}`)
          return async () => {
            const secret = new RequestCookies(headers).get(sessionCookieName)?.value ?? ""
            return find(hashSecret(secret))
          }
        },
      },
    ],
  }
}

const statement = {
  name: "floor",
  text: `SELECT u.id, u.email, u.name, u.image, u.role
    FROM log_out_everywhere.token t JOIN "User" u ON u.id = t."userId"
      JOIN log_out_everywhere.owner o ON o."userId" = t."userId" JOIN log_out_everywhere.realm r ON r.purpose = t.purpose
    WHERE t.hash = $1 AND t.purpose = 'session' AND t."revokedAt" IS NULL
      AND t."expiresAt" > now() AND t."idleAt" > now() AND t.epoch = o.epoch
      AND t."realmGeneration" = r.generation AND o."disabledAt" IS NULL`,
}
