import type { Adapter } from "next-auth/adapters"

/** What stays the app's own: its people, their accounts at providers, passkeys, mailed links. */
const kept = [
  "createUser",
  "getUser",
  "getUserByEmail",
  "getUserByAccount",
  "updateUser",
  "deleteUser",
  "linkAccount",
  "unlinkAccount",
  "createVerificationToken",
  "useVerificationToken",
  "getAccount",
  "getAuthenticator",
  "createAuthenticator",
  "listAuthenticatorsByUserId",
  "updateAuthenticatorCounter",
] as const satisfies readonly (keyof Adapter)[]

export type BaseAdapter = Pick<Adapter, (typeof kept)[number]>

/** Without these nobody can log in. */
export const demanded = [
  "createUser",
  "getUser",
  "getUserByEmail",
  "getUserByAccount",
  "updateUser",
  "linkAccount",
] as const satisfies readonly (typeof kept)[number][]

/**
 * The methods that an adapter has, each bound to it and in a plain object. NextAuth copies an adapter's own
 * properties and calls them unbound, and a spread does the same: the methods of a class would be lost.
 */
export function boundMethods(adapter: Adapter): BaseAdapter {
  const methods = kept.flatMap((name) => {
    const method: unknown = adapter[name]
    return typeof method === "function" ? [[name, method.bind(adapter)] as const] : []
  })
  return Object.fromEntries(methods)
}
