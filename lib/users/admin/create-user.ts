import { fail, ok, type Result } from "log-out-everywhere"
import { parseEmail } from "@/lib/names/email"
import { cutLine } from "@/lib/names/line"
import { entryOf } from "@/lib/users/audit-entry"
import { hashPassword } from "@/lib/users/log-in/password"
import { type PasswordProblem, passwordProblem } from "@/lib/users/log-in/password-problem"
import type { Parts } from "@/lib/users/ports/parts"
import type { NewUser } from "@/lib/users/ports/stores"
import type { User } from "@/lib/users/ports/user"

interface NewPerson extends Pick<NewUser, "email" | "name" | "role"> {
  readonly password: string
}

/** Makes a user with a password. An address that somebody vouches for (an operator) counts as verified. */
export async function createUser(
  { transact, passwords }: Pick<Parts, "transact" | "passwords">,
  { email, name, password, role }: NewPerson,
): Promise<Result<User, PasswordProblem | "invalid_email" | "email_taken">> {
  const kept = parseEmail(email)
  if (kept === null) return fail("invalid_email")
  const problem = passwordProblem(password, { email: kept, name }, passwords.minimumLength)
  if (problem) return fail(problem)
  const passwordHash = await hashPassword(password)

  return transact(async ({ users, audit }, now) => {
    const user = await users.insert({
      email: kept,
      name: (name && cutLine(name)) || null,
      image: null,
      role,
      passwordHash,
      emailVerifiedAt: now,
    })
    if (!user) return fail("email_taken")
    const act = { action: "create_user", targetId: user.id, details: { role } } as const
    await audit.append(entryOf(null, act))
    return ok(user)
  })
}
