import { decode, encode } from "next-auth/jwt"
import { settings } from "@/lib/settings"

/** Seals a few facts into a cookie's value: encrypted and signed by NextAuth with AUTH_SECRET. */
export function seal(
  cookieName: string,
  facts: Record<string, unknown>,
  maxAgeS: number,
): Promise<string> {
  return encode({ token: facts, secret: settings().authSecret, salt: cookieName, maxAge: maxAgeS })
}

/** Opens a sealed value; null for anything that we did not seal, or too long ago. */
export async function unseal(
  cookieName: string,
  value: string | undefined,
): Promise<Record<string, unknown> | null> {
  if (!value) return null
  try {
    return await decode({ token: value, secret: settings().authSecret, salt: cookieName })
  } catch {
    // A forged or worn-out value is a cookie that is not there.
    return null
  }
}
