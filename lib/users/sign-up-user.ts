import type { TransactStores } from "./stores"
import type { User } from "./user"

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
