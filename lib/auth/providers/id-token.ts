import { z } from "zod"

const AuthTime = z.object({ auth_time: z.number() })

/**
 * What an ID token says, which NextAuth has checked.
 *
 * Null where there is none.
 */
export function claimsOf(idToken: string | undefined): object | null {
  const [, payload = ""] = idToken?.split(".") ?? []
  try {
    return JSON.parse(Buffer.from(payload, "base64url").toString())
  } catch {
    return null
  }
}

/** When the person last proved themselves at the provider. Null where the provider does not say. */
export function provedAt(idToken: string | undefined): Date | null {
  const claims = AuthTime.safeParse(claimsOf(idToken))
  return claims.success ? new Date(claims.data.auth_time * 1_000) : null
}
