import { RequestCookies } from "@edge-runtime/cookies"
import pg from "pg"
import { sessionCookieName } from "@/lib/auth/session-cookie"
import { hashSecret } from "@/lib/tokens"
import type { Team } from "./contender"
import { requestWith, secretOf } from "./sessions"

/** What any check in the database costs at least: one prepared statement that finds the live row. */
export function floor(url: string): Team {
  const pool = new pg.Pool({ connectionString: url, max: 10 })
  const find = async (hash: Uint8Array) => {
    const { rows } = await pool.query({ ...statement, values: [hash] })
    return rows[0]?.email
  }
  const name = "floor: one prepared statement"
  return {
    check: [
      {
        name,
        role: "floor",
        prepare(session) {
          const hash = hashSecret(secretOf(session))
          return () => find(hash)
        },
      },
    ],
    gate: [
      {
        name: `${name}, cookie read`,
        role: "floor",
        prepare(session) {
          const headers = requestWith(`${sessionCookieName}=${secretOf(session)}`)
          return async () => {
            const secret = new RequestCookies(headers).get(sessionCookieName)?.value
            return secret && find(hashSecret(secret))
          }
        },
      },
    ],
    close: () => pool.end(),
  }
}

const statement = {
  name: "floor",
  text: `SELECT u.id, u.email, u.name, u.image, u.role
    FROM "Token" t JOIN "User" u ON u.id = t."userId" JOIN "Realm" r ON r.purpose = t.purpose
    WHERE t.hash = $1 AND t.purpose = 'session' AND t."revokedAt" IS NULL
      AND t."expiresAt" > now() AND t."idleAt" > now() AND t.epoch = u.epoch
      AND t."realmGeneration" = r.generation AND u."disabledAt" IS NULL`,
}
