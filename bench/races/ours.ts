import { openAddOnApp } from "@/bench/add-on-app"
import { openPool } from "@/bench/pool"
import type { RaceTeam } from "./contender"

/** The add-on, as an app calls it: a mark before the proof, and the acts in the transaction of the new hash. */
export function ourRaces(url: string): readonly RaceTeam[] {
  const pool = openPool(url)
  const { loe, addPerson, isRight, logIn, setPassword } = openAddOnApp(pool)

  const team = (event: "password_changed" | "password_reset"): RaceTeam => ({
    name: `ours: ${event === "password_reset" ? "reset" : "change"}`,
    role: "ours",
    async prepare() {
      const { id } = await addPerson()
      return {
        async logIn(proved) {
          const mark = await loe.mark()
          if (!(await isRight(id))) return null
          await proved()
          const issued = await logIn(id, mark)
          return issued.ok ? issued.value.secret : null
        },
        async change() {
          if (event === "password_changed" && !(await isRight(id)))
            throw new Error("wrong password")
          await setPassword(id, event, null)
        },
        isAlive: async (secret) => (await loe.resume("session", secret, { touch: false })).ok,
        remove: () => pool.query(`DELETE FROM "User" WHERE id = $1`, [id]),
      }
    },
    close: () => (pool.ended ? Promise.resolve() : pool.end()),
  })
  return [team("password_changed"), team("password_reset")]
}
