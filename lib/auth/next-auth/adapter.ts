import type { Adapter, AdapterUser } from "next-auth/adapters"
import { parseEmail } from "@/lib/names/email"
import { cutLine } from "@/lib/names/line"
import { isUuid } from "@/lib/names/uuid"
import { unlinkAsProgram } from "@/lib/users/account/link-account"
import { deleteUserAsProgram } from "@/lib/users/admin/administer-user"
import { type NewStranger, signUpUser } from "@/lib/users/log-in/sign-up-user"
import type { Parts } from "@/lib/users/ports/parts"
import type { User } from "@/lib/users/ports/user"

/**
 * Shows our people and their accounts at providers to NextAuth. Sessions are the add-on's, whose door calls this.
 *
 * An object literal, not a class: NextAuth copies an adapter's own properties only.
 */
export function peopleAdapter(parts: Parts) {
  return {
    async createUser(profile) {
      if (!parts.isSignUpOpen()) throw new Error("Sign-up is closed: isSignUpOpen says no.")
      const proved = { method: "sign_up", address: null }
      const signedUp = await signUpUser(parts, strangerOf(profile), proved)
      if (!signedUp.ok) throw new Error("This e-mail address has an account already.")
      return toAdapterUser(signedUp.value)
    },

    async getUser(id) {
      return isUuid(id) ? orNull(await parts.stores.users.find(id)) : null
    },

    async getUserByEmail(email) {
      const kept = parseEmail(email)
      return kept === null ? null : orNull(await parts.stores.users.findByEmail(kept))
    },

    // The epoch is that of the read that found the account: `find` comes later.
    async getUserByAccount(account) {
      const owner = await parts.stores.accounts.findOwner(account)
      const user = owner && (await parts.stores.users.find(owner.userId))
      return user && toAdapterUser({ ...user, epoch: owner.epoch, role: owner.role })
    },

    async updateUser({ id, name, image, emailVerified }) {
      const user = await parts.stores.users.update(id, {
        ...(name !== undefined && { name: name && cutLine(name) }),
        ...(image !== undefined && { image }),
        ...(emailVerified !== undefined && { emailVerifiedAt: emailVerified }),
      })
      return toAdapterUser(user)
    },

    async deleteUser(id) {
      const deleted = isUuid(id) ? await deleteUserAsProgram(parts, id) : undefined
      if (deleted?.ok === false && deleted.failure === "last_administrator")
        throw new Error("This is the last administrator who can log in: make another one first.")
    },

    // `admit` makes a newcomer together with their account. Linking another is an act of the security page,
    // with a proof.
    async linkAccount() {
      throw new Error("A log-in links a provider to no account that was there before.")
    },

    async unlinkAccount({ provider, providerAccountId }) {
      await unlinkAsProgram(parts, { provider, providerAccountId })
    },
  } satisfies Adapter
}

/** A person whom a program brings, held to what our own forms ask. */
function strangerOf({ email, name, image, emailVerified }: AdapterUser): NewStranger {
  // Typed as always there, and missing from what a program writes.
  const kept = parseEmail(email ?? "")
  if (kept === null) throw new Error("This is not an email address that we can keep.")
  const person = { email: kept, name: (name && cutLine(name)) || null }
  return { ...person, image: image ?? null, emailVerifiedAt: emailVerified }
}

type PublicUser = Pick<
  User,
  "id" | "email" | "name" | "image" | "role" | "epoch" | "emailVerifiedAt"
>

/** Field by field: what NextAuth is not given it cannot publish. */
const toAdapterUser = (user: PublicUser): AdapterUser => {
  const { id, email, name, image, role, epoch, emailVerifiedAt } = user
  return { id, email, name, image, role, epoch, emailVerified: emailVerifiedAt }
}

const orNull = (user: PublicUser | null) => (user ? toAdapterUser(user) : null)
