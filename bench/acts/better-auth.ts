import { randomUUID } from "node:crypto"
import { addPerson, openBetterAuth, requestsTo } from "@/bench/better-auth"
import { openPool } from "@/bench/pool"
import { userAgent } from "@/bench/sessions"
import { type ActTeam, newPassword, oldPassword } from "./contender"

/** Better Auth's own acts, as documented. */
export async function betterAuthActs(url: string): Promise<ActTeam> {
  const pool = openPool(url)
  const auth = openBetterAuth(pool, { emailAndPassword: { enabled: true } })
  const requestOf = await requestsTo(auth)
  const { password } = await auth.$context
  const hashed = await password.hash(oldPassword)
  return {
    name: "Better Auth",
    role: "peer",
    async prepare(sessions) {
      const { id } = await addPerson(pool, hashed)
      const token = randomUUID()
      await pool.query(
        `INSERT INTO session (id, token, "userId", "expiresAt", "updatedAt", "ipAddress", "userAgent")
         SELECT gen_random_uuid()::text, CASE n WHEN 1 THEN $3 ELSE gen_random_uuid()::text END, $1,
           now() + interval '7 days', now(), '198.51.100.7', $4
         FROM generate_series(1, $2::int) n`,
        [id, sessions, token, userAgent],
      )
      const headers = requestOf(token)
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
        remove: () => pool.query(`DELETE FROM "user" WHERE id = $1`, [id]),
      }
    },
    close: () => pool.end(),
  }
}
