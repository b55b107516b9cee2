import { randomUUID } from "node:crypto"
import { PrismaPg } from "@prisma/adapter-pg"
import { PrismaClient } from "@/bench/generated/stock/client"
import { openPool } from "@/bench/pool"
import { hashPassword, verifyPassword } from "@/lib/users/log-in/password"
import { type ActTeam, newPassword, oldPassword } from "./contender"

/**
 * NextAuth ends no sessions by itself: this is what an app with its tables writes. It keeps no history, and a
 * log-in that is under way outlives it.
 */
export function authJsActs(url: string): ActTeam {
  const pool = openPool(url)
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool) })
  return {
    name: "NextAuth, deleting its rows",
    role: "peer",
    async prepare(sessions) {
      const userId = randomUUID()
      const sessionToken = randomUUID()
      await prisma.user.create({
        data: { id: userId, email: `${userId}@example.com`, passwordHash: await hashed },
      })
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
          async "change the password"() {
            const user = await prisma.user.findUniqueOrThrow({ where: { id: userId } })
            if (!(await verifyPassword(user.passwordHash, oldPassword)))
              throw new Error("wrong password")
            const passwordHash = await hashPassword(newPassword)
            await prisma.$transaction([
              prisma.user.update({ where: { id: userId }, data: { passwordHash } }),
              prisma.session.deleteMany({ where: others }),
            ])
          },
        },
        countLive: () => prisma.session.count({ where: { userId } }),
        remove: async () => void (await prisma.user.delete({ where: { id: userId } })),
      }
    },
    async close() {
      await prisma.$disconnect()
      await pool.end()
    },
  }
}

const hashed = hashPassword(oldPassword)
