import type { NextAuthResult } from "next-auth"

/** Sends a person who is logged in to a provider, and links the account that they come back with to them. */
export type Link = (
  provider: string,
  options?: { readonly redirectTo?: string },
  authorizationParams?: Parameters<NextAuthResult["signIn"]>[2],
) => Promise<never>
