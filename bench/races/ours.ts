import { randomUUID } from "node:crypto"
import { logOutEverywhere } from "log-out-everywhere"
import { fromPg, postgres } from "log-out-everywhere/postgres"
import { authentication } from "@/authentication"
import { newPassword, oldPassword } from "@/bench/acts/contender"
import { openPool } from "@/bench/pool"
import { userAgent } from "@/bench/sessions"
import { users } from "@/lib/db/add-on"
import { hashPassword, verifyPassword } from "@/lib/users/log-in/password"
import type { RaceTeam } from "./contender"

/** The add-on, as an app calls it: a mark before the proof, and the acts in the transaction of the new hash. */
export function ourRaces(url: string): readonly RaceTeam[] {
  const pool = openPool(url)
  const store = postgres(fromPg(pool), { users })
  const loe = logOutEverywhere({ authentication, store })
  const device = { address: null, userAgent }

  const team = (event: "password_changed" | "password_reset"): RaceTeam => ({
    name: `ours: ${event === "password_reset" ? "reset" : "change"}`,
    role: "ours",
    async prepare() {
      const id = randomUUID()
      await pool.query(`INSERT INTO "User" (id, email, "passwordHash") VALUES ($1, $2, $3)`, [
        id,
        `${id}@example.com`,
        await hashed,
      ])
      await pool.query(`INSERT INTO log_out_everywhere.owner ("userId") VALUES ($1)`, [id])
      const isRight = async () => {
        const { rows } = await pool.query(`SELECT "passwordHash" FROM "User" WHERE id = $1`, [id])
        return verifyPassword(rows[0].passwordHash, oldPassword)
      }
      return {
        async logIn(proved) {
          const mark = await loe.mark()
          if (!(await isRight())) return null
          await proved()
          const method = "password"
          const issued = await loe.issue({ purpose: "session", userId: id, method, device, mark })
          return issued.ok ? issued.value.secret : null
        },
        async change() {
          if (event === "password_changed" && !(await isRight())) throw new Error("wrong password")
          const hash = await hashPassword(newPassword)
          await store.transact(async (_, __, tx) => {
            const text = `UPDATE "User" SET "passwordHash" = $2 WHERE id = $1`
            await tx.query({ text, values: [id, hash] })
            await loe.in(tx).apply(event, id, { keep: null })
          })
        },
        isAlive: async (secret) => (await loe.resume("session", secret, { touch: false })).ok,
        remove: () => pool.query(`DELETE FROM "User" WHERE id = $1`, [id]),
      }
    },
    close: () => (pool.ended ? Promise.resolve() : pool.end()),
  })
  return [team("password_changed"), team("password_reset")]
}

const hashed = hashPassword(oldPassword)
