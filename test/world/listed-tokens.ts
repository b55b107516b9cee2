/** Sessions for administrators to find, and what they find of them. */
import { randomUUID } from "node:crypto"
import type { TokenStatus } from "log-out-everywhere"
import { type FoundToken, type TokenOrder, tokenDirectory } from "@/lib/db/desk/token-directory"
import type { PageRequest } from "@/lib/db/lists/keyset"
import { readTokenFilter, type TokenFilter, type TokenQuery } from "@/lib/names/token-filter"
import type { Person, World } from "./people"

export interface Search extends TokenQuery, Partial<TokenOrder>, PageRequest {
  /** As where a sample has found many. */
  readonly isWalked?: boolean
}

export function filterOf(query: TokenQuery): TokenFilter {
  const { filter, problems } = readTokenFilter({ status: "any", ...query }, new Date())
  if (!filter) throw new Error(`Not understood: ${problems}`)
  return filter
}

export async function foundPage({ connection }: Pick<World, "connection">, search: Search) {
  const { sort = "active", isDescending = true, after, before, isWalked, ...query } = search
  const directory = isWalked
    ? tokenDirectory(connection, async () => 20_000)
    : tokenDirectory(connection)
  const page = await directory.page(filterOf(query), { sort, isDescending }, { after, before })
  if (!page.ok) throw new Error(page.failure)
  return page.value
}

/** A person's sessions as administrators see them listed. */
export const everyTokenOf = async (
  world: Pick<World, "connection">,
  { id: person }: Pick<Person, "id">,
  status: TokenStatus | null = null,
): Promise<readonly FoundToken[]> =>
  (await foundPage(world, { person, status: status ?? "any" })).items

/** Somebody with so many sessions, begun a minute apart and used in another order than begun. */
export async function addSessions(
  { sql }: Pick<World, "sql">,
  email: string,
  count: number,
  address = "192.0.2.1",
  kind = "desktop",
): Promise<string> {
  const id = randomUUID()
  await sql(`INSERT INTO "User" (id, email) VALUES ($1, $2)`, [id, email])
  await sql(`INSERT INTO log_out_everywhere.owner ("userId") VALUES ($1)`, [id])
  await sql(
    `INSERT INTO log_out_everywhere.token (hash, purpose, "userId", epoch, "realmGeneration", method, "issuedAt", "provedAt",
       "lastActiveAt", "idleAt", "expiresAt", address, "deviceKind")
     SELECT sha256(gen_random_uuid()::text::bytea), 'session', $1, 0, 0, 'password', i, i,
       now() - (n * 7 % 11) * interval '1 minute', now() + interval '1 hour', now() + interval '5 hours', $3, $4
     FROM (SELECT n, now() - n * interval '1 minute' AS i FROM generate_series(1, $2::int) n) begun`,
    [id, count, address, kind],
  )
  return id
}
