import type { TokenHash } from "log-out-everywhere"
import { tokenStore } from "@/lib/db/add-on"
import { type Pooled, poolQuery } from "@/lib/db/query"
import type { UsedLink, VerificationLinks } from "@/lib/users/ports/verification-links"
import { isReserved } from "./reserved-address"

export function verificationLinks(on: Pooled): VerificationLinks {
  const query = poolQuery(on)
  const tokens = tokenStore(query)

  /**
   * Of two uses at once one revokes it. The epoch is that of before the use: an act in between has ended the
   * link with everything else.
   */
  async function spend(email: string, hash: TokenHash): Promise<UsedLink | null> {
    const found = await tokens.findByHash(hash)
    if (found?.token.purpose !== "magic_link" || found.owner.email !== email) return null
    const { id: tokenId, userId } = found.token
    const scope = { kind: "one", tokenId, purpose: "magic_link" } as const
    const used = await tokens.revoke(userId, scope, { at: found.now, reason: "used", by: userId })
    if (!used.magic_link) return null
    const { epoch, role } = found.owner
    return { email, usedAt: found.now, owner: { userId, epoch, role } }
  }

  return {
    async insertSignUp(email, hash, expiresAt) {
      return (await query(insertSignUp, [hash, email, expiresAt])).length > 0
    },

    async findSignUp(hash) {
      const [found] = await query<{ email: string }>(findSignUp, [hash])
      return found?.email ?? null
    },

    async consume(email, hash) {
      const used = await spend(email, hash)
      if (used) return used
      const [signUp] = await query<{ usedAt: Date }>(useSignUp, [hash, email])
      return signUp ? { email, usedAt: signUp.usedAt, owner: null } : null
    },
  }
}

const insertSignUp = {
  name: "link_insert_sign_up",
  text: `INSERT INTO "SignUpLink" (hash, email, "expiresAt") SELECT $1::bytea, $2::text, $3::timestamptz
    WHERE NOT ${isReserved("$2::text", "NULL")} RETURNING email`,
}

const findSignUp = {
  name: "link_find_sign_up",
  text: `SELECT email FROM "SignUpLink" WHERE hash = $1::bytea AND "expiresAt" > now()`,
}

const useSignUp = {
  name: "link_use_sign_up",
  text: `DELETE FROM "SignUpLink" WHERE hash = $1::bytea AND email = $2 AND "expiresAt" > now() RETURNING now() AS "usedAt"`,
}
