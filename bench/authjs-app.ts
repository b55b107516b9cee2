import { randomUUID } from "node:crypto"
import { PrismaAdapter } from "@auth/prisma-adapter"
import { PrismaPg } from "@prisma/adapter-pg"
import { newPassword, oldPassword } from "@/bench/acts/contender"
import { hashPassword, verifyPassword } from "@/lib/users/log-in/password"
import { type Prisma, PrismaClient } from "./generated/stock/client"
import { openPool } from "./pool"

/** NextAuth's stock adapter, and what an app with its tables writes around it. */
export function openAuthJsApp(url: string) {
  const pool = openPool(url)
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool) })
  const adapter = PrismaAdapter(prisma)
  const isRight = async (id: string) => {
    const user = await prisma.user.findUniqueOrThrow({ where: { id } })
    return verifyPassword(user.passwordHash, oldPassword)
  }
  return {
    pool,
    prisma,
    adapter,
    isRight,
    async addPerson(): Promise<string> {
      const id = randomUUID()
      const email = `${id}@example.com`
      await prisma.user.create({ data: { id, email, passwordHash: await hashed } })
      return id
    },
    /** Answers the session's secret. */
    async logIn(userId: string): Promise<string> {
      const [sessionToken, expires] = [randomUUID(), new Date(Date.now() + 30 * day)]
      await adapter.createSession?.({ sessionToken, userId, expires })
      return sessionToken
    },
    /** Deletes these sessions with it. */
    async changePassword(id: string, ended: Prisma.SessionWhereInput) {
      if (!(await isRight(id))) throw new Error("wrong password")
      const passwordHash = await hashPassword(newPassword)
      await prisma.$transaction([
        prisma.user.update({ where: { id }, data: { passwordHash } }),
        prisma.session.deleteMany({ where: ended }),
      ])
    },
    async close() {
      await prisma.$disconnect()
      await pool.end()
    },
  }
}

const day = 24 * 60 * 60_000
const hashed = hashPassword(oldPassword)
