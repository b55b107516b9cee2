import { decodeProtectedHeader, EncryptJWT, type JWTPayload, jwtDecrypt } from "jose"
import { fail, ok, type Result } from "log-out-everywhere"
import type { Keys } from "./keys"

/** Whom a sealed text is for. It opens for nobody else. */
export interface Addressee {
  readonly audience: string
  readonly subject?: string
}

/** Encrypts and signs a few facts, with the first of the keys. */
export function sealFacts(
  [key]: Keys,
  facts: JWTPayload,
  { audience, subject }: Addressee,
  maxAgeS?: number,
): Promise<string> {
  const token = new EncryptJWT(facts)
    .setProtectedHeader({ alg: "dir", enc: "A256GCM", kid: key.id })
    .setAudience(audience)
  if (subject !== undefined) token.setSubject(subject)
  if (maxAgeS !== undefined) token.setExpirationTime(`${maxAgeS} seconds`)
  return token.encrypt(key.bytes)
}

/** Opens with whichever of the keys it was sealed with. `other_key`: with none of them. */
export async function openFacts(
  keys: Keys,
  sealed: string,
  { audience, subject }: Addressee,
): Promise<Result<JWTPayload, "other_key" | "altered">> {
  try {
    const { kid } = decodeProtectedHeader(sealed)
    const key = keys.find(({ id }) => id === kid)
    if (!key) return fail("other_key")
    const { payload } = await jwtDecrypt(sealed, key.bytes, {
      audience,
      ...(subject !== undefined && { subject }),
      keyManagementAlgorithms: ["dir"],
      contentEncryptionAlgorithms: ["A256GCM"],
    })
    return ok(payload)
  } catch {
    // Whatever the library finds wrong with it, it is not what was sealed for them, or too long ago.
    return fail("altered")
  }
}
