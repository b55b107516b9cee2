import { resume, type SessionToken } from "log-out-everywhere"
import type { AdapterUser } from "next-auth/adapters"
import { parseEmail } from "@/lib/names/email"
import { cutLine } from "@/lib/names/line"
import { isUuid } from "@/lib/names/uuid"
import { deleteUserAsProgram } from "@/lib/users/administer-user"
import { unlinkAsProgram } from "@/lib/users/link-account"
import { logOut } from "@/lib/users/log-out"
import type { Role } from "@/lib/users/user"
import { toAdapterSession } from "./adapter-clock"
import { mailedTokens, proofOf } from "./adapter-links"
import type { AdapterParts, SessionAdapter } from "./adapter-parts"
import { currentLogIn, noteProof, notLinked } from "./log-in-context"
import { makeNewPerson } from "./new-person"
import { startSession } from "./start-session"

/**
 * Shows our stores to NextAuth. It translates and decides nothing: whether a session is alive is
 * `resume`'s business, as on every other path.
 *
 * An object literal, not a class: NextAuth copies an adapter's own properties only, so a class's
 * methods would be lost and everyone silently logged out.
 */
export function sessionAdapter({
  stores,
  transact,
  links,
  policy,
  triggers,
  isSignUpOpen,
}: AdapterParts): SessionAdapter {
  return {
    async createUser(profile) {
      if (!isSignUpOpen()) throw new Error("Sign-up is closed: isSignUpOpen says no.")
      return toAdapterUser(await makeNewPerson(transact, profile))
    },

    async getUser(id) {
      return isUuid(id) ? orNull(await stores().users.find(id)) : null
    },

    async getUserByEmail(email) {
      const kept = parseEmail(email)
      const user = kept === null ? null : await stores().users.findByEmail(kept)
      const provider = currentLogIn()?.newcomer?.account.provider
      // `createUser` finishes a person who was left without a way in.
      if (user && provider && (await stores().users.findHalfMade(user.email, provider))) return null
      if (user) notLinked()
      return orNull(user)
    },

    async getUserByAccount(account) {
      const owner = await stores().accounts.findOwner(account)
      if (!owner) return null
      noteProof({ ...proofOf(owner), method: account.provider })
      return orNull(await stores().users.find(owner.userId))
    },

    async updateUser({ id, name, image, emailVerified }) {
      const user = await stores().users.update(id, {
        ...(name !== undefined && { name: name && cutLine(name) }),
        ...(image !== undefined && { image }),
        ...(emailVerified !== undefined && { emailVerifiedAt: emailVerified }),
      })
      return toAdapterUser(user)
    },

    async deleteUser(id) {
      const deleted = isUuid(id) ? await deleteUserAsProgram(transact, id) : undefined
      if (deleted?.ok === false && deleted.failure === "last_administrator")
        throw new Error("This is the last administrator who can log in: make another one first.")
    },

    // A log-in links nothing but the account that it has just opened: linking another is an act of the
    // security page, with a proof.
    async linkAccount({ userId, provider, providerAccountId, type }) {
      const logIn = currentLogIn()
      if (logIn && logIn.createdUserId !== userId)
        throw new Error("A log-in links a provider to no account that was there before.")
      const owner = await stores().accounts.findOwner({ provider, providerAccountId })
      // `createUser` has done it, in its own transaction.
      if (logIn && owner?.userId === userId) return
      const isLinked = await stores().accounts.link(userId, { provider, providerAccountId }, type)
      if (!isLinked) throw new Error(`This ${provider} account opens an account already.`)
    },

    async unlinkAccount({ provider, providerAccountId }) {
      await unlinkAsProgram(transact, { provider, providerAccountId }, triggers.provider_unlinked)
    },

    async createSession({ sessionToken, userId }) {
      const { token } = await startSession(
        { stores, transact, policy },
        sessionToken as SessionToken,
        userId,
      )
      return { sessionToken, userId, expires: token.expiresAt }
    },

    async getSessionAndUser(secret) {
      const resumed = await resume(stores().tokens, policy, "session", secret, {
        touch: false,
      }).catch(noteOutage)
      if (!resumed.ok) return null
      return {
        session: toAdapterSession(secret, resumed.value),
        user: toAdapterUser(resumed.value.owner),
      }
    },

    // Nothing to write: touch is the only writer of activity, and nothing moves the absolute deadline.
    async updateSession() {
      return null
    },

    async deleteSession(secret) {
      const logIn = currentLogIn()
      const isOver = await logOut(transact, secret, logIn?.device.address ?? null).catch(noteOutage)
      if (logIn) logIn.isLoggedOut = isOver
    },

    ...mailedTokens({ stores, transact, links, policy, isSignUpOpen }),
  }
}

/** NextAuth turns this error into "no session"; its caller can tell the two apart by the note. */
function noteOutage(error: unknown): never {
  const logIn = currentLogIn()
  if (logIn) logIn.isOutage = true
  throw error
}

interface PublicUser {
  readonly id: string
  readonly email: string
  readonly name: string | null
  readonly image: string | null
  readonly role: Role
  readonly emailVerifiedAt: Date | null
}

/** Field by field: what NextAuth is not given it cannot publish. */
function toAdapterUser({ id, email, name, image, role, emailVerifiedAt }: PublicUser): AdapterUser {
  return { id, email, name, image, role, emailVerified: emailVerifiedAt }
}

const orNull = (user: PublicUser | null) => (user ? toAdapterUser(user) : null)
