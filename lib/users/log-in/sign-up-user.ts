import { fail, ok, type Result } from "log-out-everywhere"
import { entryOf } from "@/lib/users/audit-entry"
import type { Parts } from "@/lib/users/ports/parts"
import type { Stores } from "@/lib/users/ports/stores"
import type { ProviderAccount, User } from "@/lib/users/ports/user"

/** A stranger who has proved an address, or an account at a provider. */
export type NewStranger = Pick<User, "email" | "name" | "image" | "emailVerifiedAt">

/** A provider's account that is to open the new person's account. */
export interface NewAccount extends ProviderAccount {
  readonly type: string
}

/** A person whom a provider knows and we do not, with the account that is to let them in. */
export interface Newcomer extends NewStranger {
  readonly account: NewAccount
}

export interface SignUp {
  readonly method: string
  readonly address: string | null
  /** Linked in the same transaction: nobody is left without a way in. */
  readonly account?: NewAccount | undefined
}

/**
 * Admits a stranger, who has no password.
 *
 * `taken`: somebody has the address, or the provider's account, already. A person whom the same provider
 * began to sign up and never let in is nobody yet, and is finished here.
 */
export function signUpUser(
  { transact }: Pick<Parts, "transact">,
  stranger: NewStranger,
  { method, address, account }: SignUp,
): Promise<Result<User, "taken">> {
  return transact(async (stores) => {
    const { users, accounts, audit } = stores
    const inserted = await users.insert({ ...stranger, role: "user", passwordHash: null })
    const user = inserted ?? (account ? await finishHalfMade(stores, stranger, account) : null)
    if (!user) return fail("taken")
    if (account && !(await accounts.link(user.id, account, account.type))) return fail("taken")
    const act = inserted
      ? ({ action: "create_user", details: { role: user.role, method } } as const)
      : ({ action: "link_provider", details: { provider: method } } as const)
    await audit.append(entryOf({ userId: user.id, address }, act))
    return ok(user)
  })
}

async function finishHalfMade(
  { users }: Stores,
  { email, name, image }: NewStranger,
  { provider }: NewAccount,
): Promise<User | null> {
  const id = await users.findHalfMade(email, provider)
  if (id === null) return null
  await users.lock(id)
  return users.update(id, { name, image })
}
