import { type Pooled, poolQuery } from "@/lib/db/query"
import { parseEmail } from "@/lib/names/email"
import type { TokenQuery } from "@/lib/names/token-filter"

/**
 * The same filter with the id of a person whose whole email address it names: what is kept of a filter, and what the
 * audit log says of it, must not bear one.
 */
export async function queryById(on: Pooled, query: TokenQuery): Promise<TokenQuery> {
  const email = parseEmail(query.person ?? "")
  if (!email) return query
  const [found] = await poolQuery(on)<{ id: string }>(findId, [email])
  return found ? { ...query, person: found.id } : query
}

const findId = { name: "desk_person", text: `SELECT id FROM "User" WHERE email = $1` }
