import type { Adapter, AdapterSession, AdapterUser } from "next-auth/adapters"
import type { Resumed } from "../core/lifecycle.ts"
import type { TokenOwner } from "../core/token.ts"
import { boundMethods } from "./base-adapter.ts"
import { conclude, currentCrossing, noteNewcomer, noteOutage } from "./crossing.ts"
import { mailedLinks } from "./mailed-links.ts"
import { type Beginning, startSession } from "./start-session.ts"
import type { Tokens } from "./tokens.ts"

/** What NextAuth hands on to the session callback. */
export interface RowSession extends AdapterSession {
  /** The absolute deadline by the store's clock, which judges it. */
  readonly deadline: Date
}

/**
 * The app's own adapter, with sessions that are rows.
 *
 * It translates and decides nothing: whether a session is alive is the business of `resume`.
 */
export function rowAdapter(loe: Tokens, given: Adapter, config: Beginning): Adapter {
  const base = boundMethods(given)
  return {
    ...base,
    ...mailedLinks(loe, base),

    async createUser(user) {
      const crossing = currentCrossing()
      // The session that was to be linked to an account has ended on the way.
      if (crossing && !crossing.mark) throw new Error("Only a log-in makes somebody new.")
      const made = await base.createUser?.(user)
      if (!made) throw new Error("The adapter made nobody.")
      noteNewcomer({ createdUserId: String(made.id) })
      return made
    },

    async getUserByAccount(account) {
      const user = (await base.getUserByAccount?.(account)) ?? null
      if (user) noteNewcomer({ isKnown: true })
      return user
    },

    async linkAccount(account) {
      const created = currentCrossing()?.newcomer.createdUserId
      try {
        await base.linkAccount?.(account)
        noteNewcomer({ createdUserId: null })
      } catch (error) {
        // A person without a way in could never come back: the address would be taken.
        if (created) await base.deleteUser?.(created)
        throw error
      }
    },

    // The row has its own deadlines and secret.
    async createSession({ userId }) {
      const { token, secret } = await startSession(loe, config, String(userId))
      return { sessionToken: secret, userId, expires: token.expiresAt }
    },

    async getSessionAndUser() {
      const crossing = currentCrossing()
      if (!crossing) throw new Error("A session was read past the wrapped `handlers` and `auth`.")
      const { secret, read } = crossing
      if (!read || !secret) return null
      return noteOutage(async () => {
        const resumed = await loe.resume("session", secret, { touch: read.touches })
        const user = resumed.ok ? await userOf(resumed.value.owner, base.getUser) : null
        return resumed.ok && user ? { session: rowSession(resumed.value), user } : null
      })
    },

    // Nothing to write: touch is the only writer of activity, and nothing moves the absolute deadline.
    async updateSession() {
      return null
    },

    async deleteSession() {
      const crossing = currentCrossing()
      // In a log-in, the session before it ends together with the beginning of the new one.
      if (!crossing?.secret || crossing.mark || crossing.outcome) return
      const { secret } = crossing
      // A session that is rotated meanwhile lives on, and so does the cookie that the browser has now.
      if (await noteOutage(() => loe.logOut(secret))) conclude({ kind: "logged_out" })
    },
  }
}

/**
 * NextAuth compares `expires` with the clock of this machine, and logs out if that is ahead: so it is told the
 * deadline as this clock has it. It is given no secret: what it is not given it cannot publish.
 */
function rowSession({ token: { userId, expiresAt }, now }: Resumed<TokenOwner>): RowSession {
  const expires = new Date(Date.now() + (+expiresAt - +now))
  return { sessionToken: "", userId, expires, deadline: expiresAt }
}

/**
 * Field by field: a table of users often holds a password's hash. What goes beyond an Auth.js user are the role and
 * the columns that the store was told to read. If a name, an address and a picture are among them, they are all.
 */
async function userOf(owner: TokenOwner, getUser: Adapter["getUser"]): Promise<AdapterUser | null> {
  const { id, epoch: _, isDisabled: __, ...columns } = owner
  const user = isPerson(columns) ? { ...columns, id } : await getUser?.(id)
  if (!user) return null
  const { name = null, email, emailVerified: verified = null, image = null } = user
  // An instant among columns is text.
  const emailVerified = typeof verified === "string" ? new Date(verified) : verified
  return { ...columns, id: user.id, name, email, emailVerified, image } as AdapterUser
}

type PersonColumns = Pick<AdapterUser, "name" | "email" | "image"> & {
  readonly emailVerified?: Date | string | null
}

const isPerson = (columns: object): columns is PersonColumns =>
  ["name", "email", "image"].every((column) => column in columns)
