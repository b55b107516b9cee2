import type { AdapterUser } from "next-auth/adapters"
import { parseEmail } from "@/lib/names/email"
import { cutLine } from "@/lib/names/line"
import { type NewStranger, signUpUser } from "@/lib/users/sign-up-user"
import type { TransactStores } from "@/lib/users/stores"
import type { User } from "@/lib/users/user"
import { currentLogIn, noteProof, notLinked } from "./log-in-context"

type Profile = Pick<AdapterUser, "email" | "emailVerified"> & {
  readonly name?: string | null | undefined
  readonly image?: string | null | undefined
}

/** Makes the person whom a log-in brings, with the provider's account that it came by, together or not at all. */
export async function makeNewPerson(transact: TransactStores, profile: Profile): Promise<User> {
  const logIn = currentLogIn()
  const { account, ...stranger } = logIn?.newcomer ?? {
    ...strangerOf(profile),
    account: undefined,
  }
  const method = logIn?.method ?? "sign_up"
  const address = logIn?.device.address ?? null
  const signedUp = await signUpUser(transact, stranger, { method, address, account })
  if (!signedUp.ok) throw notLinked()
  const { id: userId, epoch, role } = signedUp.value
  noteProof({ userId, epoch, role, method })
  if (logIn) logIn.createdUserId = userId
  return signedUp.value
}

/** Whom NextAuth brings without a profile that was parsed before: by a mailed link, or outside a log-in. */
function strangerOf({ email, name, image, emailVerified }: Profile): NewStranger {
  // Typed as always there, and missing from what a program writes.
  const kept = parseEmail(email ?? "")
  if (kept === null) throw new Error("This is not an email address that we can keep.")
  return {
    email: kept,
    name: (name && cutLine(name)) || null,
    image: image ?? null,
    emailVerifiedAt: emailVerified,
  }
}
