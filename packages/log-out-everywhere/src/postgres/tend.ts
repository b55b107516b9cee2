import type { DescribedDevice } from "./described-device.ts"
import { schema } from "./judgement.ts"
import { layoutOf, type UsersTable } from "./layout.ts"
import type { Query } from "./query.ts"

/**
 * Does once what every request and every log-in needs: it reads a token with its owner and its realm, and
 * writes one. Rejects if that cannot be done. Its transaction is to be rolled back. With no owner there the
 * write writes nothing, and still asks for the right to.
 */
export async function probe(query: Query, users: UsersTable): Promise<void> {
  const { users: place, id } = layoutOf(users)
  const read = `SELECT t.id FROM ${schema}.token t JOIN ${schema}.token_status s ON s.id = t.id
    JOIN ${place} u ON u.${id} = t."userId" LIMIT 1`
  await query({ text: read }, [])
  await query({ text: write }, [])
}

const write = `INSERT INTO ${schema}.token (hash, purpose, "userId", epoch, "realmGeneration", method, "issuedAt",
    "provedAt", "lastActiveAt", "idleAt", "expiresAt")
  SELECT sha256(gen_random_uuid()::text::bytea), 'session', "userId", epoch, 0, 'probe', now(), now(), now(), now(), now()
  FROM ${schema}.owner LIMIT 1`

/**
 * Reads kind, browser and system again from the user agents of tokens that have neither of the last two: for an
 * app that describes devices since lately, or better than it did.
 *
 * By user agent, of which there are thousands at most, however many the tokens.
 */
export async function describeAgain(
  query: Query,
  describe: (userAgent: string) => DescribedDevice,
): Promise<void> {
  const agents = await query<{ userAgent: string }>(undescribed, [])
  for (const { userAgent } of agents) {
    const { kind, browser, system } = describe(userAgent)
    await query(describeAll, [userAgent, kind, browser, system])
  }
}

const undescribed = {
  text: `SELECT DISTINCT "userAgent" FROM ${schema}.token
    WHERE "userAgent" IS NOT NULL AND browser IS NULL AND system IS NULL`,
}

const describeAll = {
  text: `UPDATE ${schema}.token SET "deviceKind" = $2::text, browser = $3::text, system = $4::text
    WHERE "userAgent" = $1::text AND browser IS NULL AND system IS NULL`,
}
