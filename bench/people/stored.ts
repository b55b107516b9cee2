import { openBetterAuth } from "@/bench/better-auth"
import { openPool } from "@/bench/pool"
import { sampled, userAgent, userIdOf } from "@/bench/sessions"
import { storage, storageName } from "@/bench/stored"
import { listing } from "./better-auth"
import { listed, type PeopleTeam } from "./contender"

/** Better Auth with a secondary storage in this process, which holds the sessions of those that list and those that log in. */
export async function storedPeople(url: string, sessions: number): Promise<PeopleTeam> {
  const pool = openPool(url)
  const stored = storage()
  const auth = openBetterAuth(pool, { secondaryStorage: stored, logger: { disabled: true } })
  const { internalAdapter } = await auth.$context
  const facts = { ipAddress: "198.51.100.7", userAgent }
  const tokens = new Map<number, string>()
  const tokenOf = (session: number) => tokens.get(session) ?? "none"
  return {
    name: "Better Auth, emptying its secondary storage",
    role: "peer",
    async fill() {
      for (const person of sampled(listed, sessions)) {
        for (let session = 0; session < 10; session++) {
          const { token } = await internalAdapter.createSession(userIdOf(person), false, facts)
          tokens.set(person, token)
        }
      }
    },
    logIn: {
      name: `Better Auth: createSession, ${storageName}`,
      role: "other",
      prepare(session) {
        const userId = userIdOf(session)
        return async () => {
          const { token } = await internalAdapter.createSession(userId, false, facts)
          // It makes one for a person who is not there, too.
          return JSON.parse(stored.get(token) ?? "null").user?.email
        }
      },
    },
    list: { ...(await listing(auth, `, ${storageName}`, tokenOf)), role: "other" },
    everyoneOut: async () => stored.clear(),
    countLive: async () => stored.keys().filter((key) => !key.startsWith("active-")).length,
    close: () => pool.end(),
  }
}
