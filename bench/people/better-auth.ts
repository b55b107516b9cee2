import { openBetterAuth, requestsTo } from "@/bench/better-auth"
import type { Contender } from "@/bench/contender"
import { openPool } from "@/bench/pool"
import { emailOf, secretOf, userAgent, userIdOf } from "@/bench/sessions"
import { firstPeople, listed, nineMore, type PeopleTeam } from "./contender"

/** Better Auth as documented. It ends no one's sessions but one person's: its table is emptied by hand. */
export async function betterAuthPeople(url: string): Promise<PeopleTeam> {
  const pool = openPool(url)
  const auth = openBetterAuth(pool, { logger: { disabled: true } })
  const { internalAdapter } = await auth.$context
  const facts = { ipAddress: "198.51.100.7", userAgent }
  return {
    name: "Better Auth, deleting its rows",
    role: "peer",
    fill: () =>
      pool.query(
        `INSERT INTO session (id, token, "userId", "expiresAt", "updatedAt", "ipAddress", "userAgent")
         SELECT gen_random_uuid()::text, gen_random_uuid()::text, "userId", "expiresAt", "updatedAt", "ipAddress", "userAgent"
         FROM session, ${nineMore} WHERE "userId" = ANY ($1)`,
        [firstPeople],
      ),
    logIn: {
      name: "Better Auth: createSession",
      role: "peer",
      prepare(session) {
        const userId = userIdOf(session)
        return () =>
          internalAdapter.createSession(userId, false, facts).then(
            () => emailOf(session),
            () => null,
          )
      },
    },
    list: await listing(auth, "", secretOf),
    everyoneOut: () => pool.query("DELETE FROM session"),
    async countLive() {
      const { rows } = await pool.query("SELECT count(*)::int AS live FROM session")
      return rows[0].live
    },
    close: () => pool.end(),
  }
}

export async function listing(
  auth: ReturnType<typeof openBetterAuth>,
  variant: string,
  tokenOf: (session: number) => string,
): Promise<Contender> {
  const requestOf = await requestsTo(auth)
  return {
    name: `Better Auth: listSessions${variant}`,
    role: "peer",
    sample: listed,
    prepare(session) {
      const headers = requestOf(tokenOf(session))
      return () =>
        auth.api.listSessions({ headers }).then(
          (found) => (found.length > 0 ? emailOf(session) : null),
          () => null,
        )
    },
  }
}
