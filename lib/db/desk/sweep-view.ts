import {
  type ListedRow,
  type ListedSession,
  listedColumns,
  listedFrom,
  toListed,
} from "@/lib/db/lists/listed-session"
import { poolQuery } from "@/lib/db/query"
import { isUuid } from "@/lib/names/uuid"
import type { Sweep } from "@/lib/users/ports/sweeps"
import type { User } from "@/lib/users/ports/user"
import { sweepStore } from "./sweep-store"

type SweepPerson = Pick<User, "id" | "email" | "name">

/** What the page of a sweep shows. */
export interface SweepView {
  readonly sweep: Sweep
  /** The first that end. */
  readonly sample: readonly (ListedSession & { readonly email: string })[]
  /** Everyone named in it whose account is there still, by id. */
  readonly people: ReadonlyMap<string, SweepPerson>
}

export async function viewSweep(id: string): Promise<SweepView | null> {
  const query = poolQuery()
  const sweep = isUuid(id) ? await sweepStore(query).find(id) : null
  if (!sweep) return null
  const { most, administrators } = sweep.summary
  const ids = [...most, ...administrators].map(({ userId }) => userId)
  const people = await query<SweepPerson>(named, [[...ids, sweep.byId]])
  const rows = await query<ListedRow & { email: string }>(sample, [id])
  return {
    sweep,
    sample: rows.map((row) => ({ ...toListed(row), email: row.email })),
    people: new Map(people.map((person) => [person.id, person])),
  }
}

/** The reason that people are told of a session which a sweep ended; null of any other. */
export async function sweptBecause(tokenId: string): Promise<string | null> {
  const [row] = await poolQuery()<{ reason: string | null }>(because, [tokenId])
  return row?.reason ?? null
}

/** The same of one that ended when everyone was logged out. */
export async function loggedOutBecause(tokenId: string): Promise<string | null> {
  const [row] = await poolQuery()<{ reason: string }>(becauseEveryone, [tokenId])
  return row?.reason ?? null
}

const becauseEveryone = {
  name: "everyone_because",
  text: `SELECT r.reason FROM log_out_everywhere.token_status t
    JOIN log_out_everywhere.ended_generation g ON g.purpose = t.purpose AND g.generation = t."realmGeneration"
    JOIN "EveryoneOutReason" r ON r."generationId" = g.id WHERE t.id = $1::uuid AND t."isVoided"`,
}

const named = {
  name: "sweep_people",
  text: `SELECT id, email, name FROM "User" WHERE id = ANY ($1::uuid[])`,
}

const sample = {
  name: "sweep_sample",
  text: `SELECT ${listedColumns}, u.email FROM ${listedFrom} JOIN "SweptToken" s ON s."tokenId" = t.id
    JOIN "User" u ON u.id = t."userId" WHERE s."sweepId" = $1::uuid AND s.place <= 5 ORDER BY s.place`,
}

/** Of one that was ended by hand while it was in a sweep, the sweep says nothing: it came first. */
const because = {
  name: "sweep_because",
  text: `SELECT s.reason FROM "SweptToken" m JOIN "Sweep" s ON s.id = m."sweepId"
    JOIN log_out_everywhere.token_status t ON t.id = m."tokenId"
    WHERE m."tokenId" = $1::uuid AND t."revocationReason" = 'revoked_by_admin' AND m.place <= s.done
      AND t."revokedAt" >= s."confirmedAt" AND t."revokedById" IS NOT DISTINCT FROM s."byId"
    ORDER BY s."confirmedAt" LIMIT 1`,
}
