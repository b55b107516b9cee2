import { hkdfSync } from "node:crypto"
import { decodeProtectedHeader, EncryptJWT, jwtDecrypt } from "jose"
import { fail, ok, type Result, type SessionToken } from "@/lib/tokens"
import type { Mail } from "@/lib/users/outbox"

/** Keeps the secret of a waiting mail's link such that the database alone opens nobody's account. */
export interface Seal {
  /** What it returns opens for a mail of this kind to this address, and for no other. */
  close(secret: SessionToken, mail: Addressed): Promise<string>
  /** `other_key`: AUTH_SECRET was changed since. */
  open(sealed: string, mail: Addressed): Promise<Result<SessionToken, "other_key" | "altered">>
}

type Addressed = Pick<Mail, "kind" | "to">

export function sealWith(authSecret: string): Seal {
  const key = derive(authSecret, "outbox: key", 32)
  const keyId = Buffer.from(derive(authSecret, "outbox: name of the key", 6)).toString("base64url")
  return {
    close: (secret, { kind, to }) =>
      new EncryptJWT({ secret })
        .setProtectedHeader({ alg: "dir", enc: "A256GCM", kid: keyId })
        .setAudience(kind)
        .setSubject(to)
        .encrypt(key),

    async open(sealed, { kind, to }) {
      try {
        if (decodeProtectedHeader(sealed).kid !== keyId) return fail("other_key")
        const { payload } = await jwtDecrypt(sealed, key, {
          audience: kind,
          subject: to,
          keyManagementAlgorithms: ["dir"],
          contentEncryptionAlgorithms: ["A256GCM"],
        })
        return ok(payload.secret as SessionToken)
      } catch {
        // Whatever the library finds wrong with it, it is not what was sealed for this mail.
        return fail("altered")
      }
    },
  }
}

/** HKDF: knowing one derived key tells nothing of AUTH_SECRET or of another key (RFC 5869). */
function derive(authSecret: string, purpose: string, bytes: number): Uint8Array {
  return new Uint8Array(hkdfSync("sha256", authSecret, "", `log-out-everywhere ${purpose}`, bytes))
}
