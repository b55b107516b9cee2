import { openAuthJsApp } from "@/bench/authjs-app"
import type { RaceTeam } from "./contender"

/** NextAuth's stock adapter, with the password check and the deletes that an app writes around it. */
export function authJsRace(url: string): RaceTeam {
  const { prisma, adapter, addPerson, isRight, logIn, changePassword, close } = openAuthJsApp(url)
  return {
    name: "NextAuth, deleting its rows: change",
    role: "peer",
    async prepare() {
      const id = await addPerson()
      return {
        async logIn(proved) {
          if (!(await isRight(id))) return null
          await proved()
          return logIn(id)
        },
        change: () => changePassword(id, { userId: id }),
        isAlive: async (secret) => Boolean(await adapter.getSessionAndUser?.(secret)),
        remove: () => prisma.user.delete({ where: { id } }),
      }
    },
    close,
  }
}
