import { randomUUID } from "node:crypto"
import { openBetterAuth, signed } from "@/bench/better-auth"
import { openPool } from "@/bench/pool"
import { requestWith, userAgent } from "@/bench/sessions"
import { type ActTeam, newPassword, oldPassword } from "./contender"

/** Better Auth's own acts, as documented. */
export async function betterAuthActs(url: string): Promise<ActTeam> {
  const pool = openPool(url)
  const auth = openBetterAuth(pool, { emailAndPassword: { enabled: true } })
  const { authCookies, password } = await auth.$context
  const hashed = await password.hash(oldPassword)
  return {
    name: "Better Auth",
    role: "peer",
    async prepare(sessions) {
      const id = randomUUID()
      const token = randomUUID()
      await pool.query(
        `INSERT INTO "user" (id, email, name, "emailVerified", "updatedAt") VALUES ($1, $2, 'Ann', true, now())`,
        [id, `${id}@example.com`],
      )
      await pool.query(
        `INSERT INTO account (id, "accountId", "providerId", "userId", password, "updatedAt")
         VALUES ($1, $1, 'credential', $1, $2, now())`,
        [id, hashed],
      )
      await pool.query(
        `INSERT INTO session (id, token, "userId", "expiresAt", "updatedAt", "ipAddress", "userAgent")
         SELECT gen_random_uuid()::text, CASE n WHEN 1 THEN $3 ELSE gen_random_uuid()::text END, $1,
           now() + interval '7 days', now(), '198.51.100.7', $4
         FROM generate_series(1, $2::int) n`,
        [id, sessions, token, userAgent],
      )
      const headers = requestWith(`${authCookies.sessionToken.name}=${signed(token)}`)
      const body = { currentPassword: oldPassword, newPassword, revokeOtherSessions: true }
      return {
        acts: {
          "log out everywhere": () => auth.api.revokeSessions({ headers }),
          "log out the other devices": () => auth.api.revokeOtherSessions({ headers }),
          "change the password": () => auth.api.changePassword({ headers, body }),
        },
        async countLive() {
          const { rows } = await pool.query(
            `SELECT count(*)::int AS live FROM session WHERE "userId" = $1`,
            [id],
          )
          return rows[0].live
        },
        remove: async () => void (await pool.query(`DELETE FROM "user" WHERE id = $1`, [id])),
      }
    },
    close: () => pool.end(),
  }
}
