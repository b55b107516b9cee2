import type { TokenHash } from "log-out-everywhere"
import type { Credential } from "@/lib/users/user"
import type { Connection } from "./client"
import { poolQuery } from "./query"
import { isReserved } from "./reserved-address"
import { liveAt } from "./token-row"

/** A mailed log-in link that was just used up. */
export interface UsedLink {
  readonly email: string
  readonly expiresAt: Date
  /** Whom it belonged to, with the epoch as it stood when the link was used; null for a sign-up link. */
  readonly owner: Omit<Credential, "passwordHash" | "isDisabled"> | null
}

export interface VerificationLinks {
  /** Keeps a link of somebody who has no account. Answers false where somebody may still take the address back. */
  insertSignUp(email: string, hash: TokenHash, expiresAt: Date): Promise<boolean>
  /** The address that a live sign-up link was mailed to. */
  findSignUp(hash: TokenHash): Promise<string | null>
  /** Uses up a live link in one statement, so that of two uses at the same time one wins. */
  consume(email: string, hash: TokenHash): Promise<UsedLink | null>
}

export function verificationLinks({ pool }: Pick<Connection, "pool">): VerificationLinks {
  const query = poolQuery(pool)
  return {
    async insertSignUp(email, hash, expiresAt) {
      return (await query(insertSignUp, [hash, email, expiresAt])).length > 0
    },

    async findSignUp(hash) {
      const [found] = await query<{ email: string }>(findSignUp, [hash])
      return found?.email ?? null
    },

    async consume(email, hash) {
      const [used] = await query<UsedRow>(use, [hash, email])
      if (used) {
        const { expiresAt, userId, epoch, role } = used
        return { email, expiresAt, owner: { userId, epoch, role } }
      }
      const [signUp] = await query<{ expiresAt: Date }>(useSignUp, [hash, email])
      return signUp ? { email, expiresAt: signUp.expiresAt, owner: null } : null
    },
  }
}

interface UsedRow {
  expiresAt: Date
  userId: string
  epoch: number
  role: Credential["role"]
}

const use = {
  name: "link_use",
  text: `UPDATE "Token" t SET "revokedAt" = now(), "revocationReason" = 'used', "revokedById" = t."userId"
    FROM "User" u, "Realm" r WHERE u.id = t."userId" AND r.purpose = t.purpose
      AND t.hash = $1::bytea AND t.purpose = 'magic_link' AND u.email = $2 AND ${liveAt("now()")}
    RETURNING t."expiresAt", t."userId", t.epoch, u.role`,
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
  text: `DELETE FROM "SignUpLink" WHERE hash = $1::bytea AND email = $2 AND "expiresAt" > now() RETURNING "expiresAt"`,
}
