import { openAuthJsApp } from "@/bench/authjs-app"
import { emailOf, userIdOf } from "@/bench/sessions"
import { firstPeople, listed, nineMore, type PeopleTeam } from "./contender"

/** NextAuth lists no sessions and ends none: this is what an app with its tables writes. */
export function authJsPeople(url: string): PeopleTeam {
  const { pool, prisma, logIn, close } = openAuthJsApp(url)
  return {
    name: "NextAuth, deleting its rows",
    role: "peer",
    fill: () =>
      pool.query(
        `INSERT INTO "Session" ("sessionToken", "userId", expires, "updatedAt")
         SELECT gen_random_uuid()::text, "userId", expires, "updatedAt"
         FROM "Session", ${nineMore} WHERE "userId" = ANY ($1)`,
        [firstPeople],
      ),
    logIn: {
      name: "@auth/prisma-adapter: createSession",
      role: "peer",
      prepare(session) {
        const userId = userIdOf(session)
        return () =>
          logIn(userId).then(
            () => emailOf(session),
            () => null,
          )
      },
    },
    list: {
      name: "NextAuth: session.findMany",
      role: "peer",
      sample: listed,
      prepare(session) {
        const where = { userId: userIdOf(session) }
        return async () => {
          const found = await prisma.session.findMany({ where })
          return found.length > 0 ? emailOf(session) : null
        }
      },
    },
    everyoneOut: () => prisma.session.deleteMany(),
    countLive: () => prisma.session.count(),
    close,
  }
}
