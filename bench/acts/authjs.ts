import { randomUUID } from "node:crypto"
import { openAuthJsApp } from "@/bench/authjs-app"
import type { ActTeam } from "./contender"

/**
 * NextAuth ends no sessions by itself: this is what an app with its tables writes. It keeps no history, and a
 * log-in that is under way outlives it.
 */
export function authJsActs(url: string): ActTeam {
  const { pool, prisma, addPerson, changePassword, close } = openAuthJsApp(url)
  return {
    name: "NextAuth, deleting its rows",
    role: "peer",
    async prepare(sessions) {
      const userId = await addPerson()
      const sessionToken = randomUUID()
      await pool.query(
        `INSERT INTO "Session" ("sessionToken", "userId", expires, "updatedAt")
         SELECT CASE n WHEN 1 THEN $3 ELSE gen_random_uuid()::text END, $1, now() + interval '30 days', now()
         FROM generate_series(1, $2::int) n`,
        [userId, sessions, sessionToken],
      )
      const others = { userId, NOT: { sessionToken } }
      return {
        acts: {
          "log out everywhere": () => prisma.session.deleteMany({ where: { userId } }),
          "log out the other devices": () => prisma.session.deleteMany({ where: others }),
          "change the password": () => changePassword(userId, others),
        },
        countLive: () => prisma.session.count({ where: { userId } }),
        remove: () => prisma.user.delete({ where: { id: userId } }),
      }
    },
    close,
  }
}
