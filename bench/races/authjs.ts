import { randomUUID } from "node:crypto"
import { PrismaAdapter } from "@auth/prisma-adapter"
import { PrismaPg } from "@prisma/adapter-pg"
import { newPassword, oldPassword } from "@/bench/acts/contender"
import { PrismaClient } from "@/bench/generated/stock/client"
import { openPool } from "@/bench/pool"
import { hashPassword, verifyPassword } from "@/lib/users/log-in/password"
import type { RaceTeam } from "./contender"

/** NextAuth's stock adapter, with the password check and the deletes that an app writes around it. */
export function authJsRace(url: string): RaceTeam {
  const pool = openPool(url)
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool) })
  const adapter = PrismaAdapter(prisma)
  const isRight = async (id: string) => {
    const user = await prisma.user.findUniqueOrThrow({ where: { id } })
    return verifyPassword(user.passwordHash, oldPassword)
  }
  return {
    name: "NextAuth, deleting its rows: change",
    role: "peer",
    async prepare() {
      const id = randomUUID()
      const email = `${id}@example.com`
      await prisma.user.create({ data: { id, email, passwordHash: await hashed } })
      return {
        async logIn(proved) {
          if (!(await isRight(id))) return null
          await proved()
          const [sessionToken, expires] = [randomUUID(), new Date(Date.now() + 30 * day)]
          await adapter.createSession?.({ sessionToken, userId: id, expires })
          return sessionToken
        },
        async change() {
          if (!(await isRight(id))) throw new Error("wrong password")
          const passwordHash = await hashPassword(newPassword)
          await prisma.$transaction([
            prisma.user.update({ where: { id }, data: { passwordHash } }),
            prisma.session.deleteMany({ where: { userId: id } }),
          ])
        },
        isAlive: async (secret) => Boolean(await adapter.getSessionAndUser?.(secret)),
        remove: () => prisma.user.delete({ where: { id } }),
      }
    },
    async close() {
      await prisma.$disconnect()
      await pool.end()
    },
  }
}

const day = 24 * 60 * 60_000
const hashed = hashPassword(oldPassword)
