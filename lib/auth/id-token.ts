import { z } from "zod"

const Claims = z.object({ auth_time: z.number() })

/**
 * When the person last proved themselves at the provider, by an ID token that NextAuth has checked.
 *
 * Null where the provider does not say.
 */
export function provedAt(idToken: string | undefined): Date | null {
  const [, payload = ""] = idToken?.split(".") ?? []
  const claims = Claims.safeParse(parsed(Buffer.from(payload, "base64url").toString()))
  return claims.success ? new Date(claims.data.auth_time * 1_000) : null
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return null
  }
}
