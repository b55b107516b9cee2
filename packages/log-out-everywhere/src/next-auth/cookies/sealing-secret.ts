import type { NextAuthConfig } from "next-auth"

/** What NextAuth seals its cookies with: as the configuration says, and else the environment. */
export function secretOf({ secret }: Pick<NextAuthConfig, "secret">): string | string[] {
  const { AUTH_SECRET, NEXTAUTH_SECRET } = process.env
  return secret ?? AUTH_SECRET ?? NEXTAUTH_SECRET ?? ""
}
