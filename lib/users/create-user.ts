import { fail, ok, type Result } from "@/lib/tokens"
import { hashPassword, type PasswordProblem, passwordProblem } from "./password"
import type { TransactStores } from "./stores"
import { normalisedEmail, type Role, type User } from "./user"

export interface NewPerson {
  readonly email: string
  readonly name: string | null
  readonly password: string
  readonly role: Role
}

/** Makes a person with a password. Whoever vouches for the address (an operator) makes it count as verified. */
export async function createUser(
  transact: TransactStores,
  { email, name, password, role }: NewPerson,
): Promise<Result<User, PasswordProblem | "email_taken">> {
  const normalised = normalisedEmail(email)
  const problem = passwordProblem(password, { email: normalised })
  if (problem) return fail(problem)
  const passwordHash = await hashPassword(password)

  return transact(async ({ users, audit }, now) => {
    const user = await users.insert({
      email: normalised,
      name,
      image: null,
      role,
      passwordHash,
      emailVerifiedAt: now,
    })
    if (!user) return fail("email_taken")
    await audit.append({
      action: "create_user",
      actorId: null,
      targetId: user.id,
      address: null,
      details: { role },
    })
    return ok(user)
  })
}

/** A stranger who has proved an address, or an account at a provider. */
export interface NewStranger {
  readonly email: string
  readonly name: string | null
  readonly image: string | null
  readonly emailVerifiedAt: Date | null
}

/** Admits a stranger, who has no password. Null where the address has an account already. */
export function signUpUser(
  transact: TransactStores,
  stranger: NewStranger,
  { method, address }: { readonly method: string; readonly address: string | null },
): Promise<User | null> {
  return transact(async ({ users, audit }) => {
    const user = await users.insert({ ...stranger, role: "user", passwordHash: null })
    if (!user) return null
    await audit.append({
      action: "create_user",
      actorId: user.id,
      targetId: user.id,
      address,
      details: { role: user.role, method },
    })
    return user
  })
}
