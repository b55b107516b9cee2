import { randomUUID } from "node:crypto"
import type { Adapter, AdapterAccount } from "next-auth/adapters"
import { options } from "../../acts/facade-under-test.ts"
import { logOutEverywhere } from "../../acts/log-out-everywhere.ts"
import { defineAuthentication } from "../../core/authentication.ts"
import { hashSecret } from "../../core/secret.ts"
import type { TokenDatabase } from "../../core/token-database.ts"
import { memoryDatabase } from "../../testing/memory-database.ts"
import { type Crossing, cross, noteNewcomer } from "../crossing.ts"
import { rowAdapter } from "../row-adapter.ts"
import { PeopleAdapter } from "./people-under-test.ts"

export const minute = 60_000
/** Beyond what the policy allows to a session. */
export const inWeeks = new Date(Date.now() + 14 * 24 * 60 * minute)

/** The methods of an adapter for people, their accounts, sessions and mailed links. */
export const documented = [
  ...["createUser", "getUser", "getUserByEmail", "getUserByAccount", "updateUser", "deleteUser"],
  ...["linkAccount", "unlinkAccount"],
  ...["createSession", "getSessionAndUser", "updateSession", "deleteSession"],
  ...["createVerificationToken", "useVerificationToken"],
]

interface Opened {
  readonly adapter: Adapter
  readonly store: TokenDatabase
}

/** A class for an adapter, in memory, with what a database would tell of it. */
export async function openClass() {
  const store = memoryDatabase()
  const adapter = new PeopleAdapter(store)
  const linkCount = async () => adapter.linkCount
  return { adapter, store, linkCount, sessionCount: async () => 0, close: async () => {} }
}

/** The door's adapter over another, called as NextAuth calls it. */
export function givenAdapter({ adapter: base, store }: Opened) {
  const loe = logOutEverywhere({ authentication: defineAuthentication(options), store })
  const adapter = rowAdapter(loe, base, {}) as Required<Adapter>

  /** A request with this secret in its cookie; with a mark, one that logs in. */
  const crossing = (secret: string | null, mark: Crossing["mark"] = null): Crossing => ({
    ...{ secret, mark, outcome: null, newcomer: {}, read: mark ? null : { touches: false } },
    device: { address: null, userAgent: null },
  })
  /** What NextAuth asks `createSession` for. */
  const asked = (userId: string) => ({ sessionToken: randomUUID(), userId, expires: inWeeks })
  return {
    ...{ adapter, loe, crossing, asked, consume: adapter.useVerificationToken },
    addPerson() {
      const [name, email, image] = ["Ann", `${randomUUID()}@example.com`, "/ann.png"]
      const emailVerified = new Date("2026-11-01T12:00:00.000Z")
      return adapter.createUser({ id: randomUUID(), name, email, emailVerified, image })
    },
    logIn: async (userId: string, secret: string | null = null) =>
      cross(crossing(secret, await loe.mark()), async () => {
        noteNewcomer({ arrival: { user: { id: userId } } })
        return adapter.createSession(asked(userId))
      }),
    /** What the store has of a session. */
    rowOf: async (secret: string) => (await store.tokens.findByHash(hashSecret(secret)))?.token,
    /** What a request with this cookie finds, asked for by any token. */
    found: (secret: string | null, sessionToken = secret ?? "") =>
      cross(crossing(secret), async () => adapter.getSessionAndUser(sessionToken)),
  }
}

export const accountOf = (userId: string): AdapterAccount => ({
  ...{ userId, type: "oauth", provider: "elsewhere", providerAccountId: randomUUID() },
  ...{ access_token: "a", refresh_token: "r", id_token: "i", expires_at: 1_790_000_000 },
  ...{ token_type: "bearer", scope: "user", session_state: "s" },
})

export const linkTo = (identifier: string) => ({
  ...{ identifier, token: randomUUID(), expires: new Date(Date.now() + 10 * minute) },
})
