import { randomUUID } from "node:crypto"
import { logOutEverywhere, type Mark } from "log-out-everywhere"
import { fromPg, postgres } from "log-out-everywhere/postgres"
import type pg from "pg"
import { authentication } from "@/authentication"
import { newPassword, oldPassword } from "@/bench/acts/contender"
import { users } from "@/lib/db/add-on"
import { hashPassword, verifyPassword } from "@/lib/users/log-in/password"
import { userAgent } from "./sessions"

/** The add-on as an app calls it, and what such an app writes around it. */
export function openAddOnApp(pool: pg.Pool) {
  const store = postgres(fromPg(pool), { users })
  const loe = logOutEverywhere({ authentication, store })
  const device = { address: "198.51.100.7", userAgent }
  return {
    loe,
    async addPerson(): Promise<{ readonly id: string; readonly email: string }> {
      const id = randomUUID()
      const email = `${id}@example.com`
      const text = `INSERT INTO "User" (id, email, "passwordHash") VALUES ($1, $2, $3)`
      await pool.query(text, [id, email, await hashed])
      await pool.query(`INSERT INTO log_out_everywhere.owner ("userId") VALUES ($1)`, [id])
      return { id, email }
    },
    async isRight(id: string): Promise<boolean> {
      const { rows } = await pool.query(`SELECT "passwordHash" FROM "User" WHERE id = $1`, [id])
      return verifyPassword(rows[0].passwordHash, oldPassword)
    },
    /** The mark is that of a proof that was read meanwhile; left out, it is taken here. */
    async logIn(userId: string, mark?: Mark) {
      const asked = { purpose: "session", userId, method: "password", device } as const
      return loe.issue({ ...asked, mark: mark ?? (await loe.mark()) })
    },
    /** The new hash and the act in one transaction. The session with the id `keep` goes on. */
    async setPassword(
      id: string,
      event: "password_changed" | "password_reset",
      keep: string | null,
    ) {
      const hash = await hashPassword(newPassword)
      await store.transact(async (_, __, tx) => {
        const text = `UPDATE "User" SET "passwordHash" = $2 WHERE id = $1`
        await tx.query({ text, values: [id, hash] })
        await loe.in(tx).apply(event, id, { keep })
      })
    },
  }
}

const hashed = hashPassword(oldPassword)
