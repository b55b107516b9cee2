import { type Pooled, poolQuery } from "@/lib/db/query"
import { emailPart } from "@/lib/names/email"
import type { Role } from "@/lib/names/role"
import { type Bind, binder, type PageRequest, type Place, pagesOf } from "./keyset"
import { containing } from "./search-text"

export interface UserFilter {
  /** Part of a name or of an e-mail address; empty for any. */
  readonly text: string
  readonly role: Role | null
  readonly state: UserState | null
}

/** A person who was invited has no way to log in yet. */
export const userStates = ["enabled", "invited", "disabled"] as const

export type UserState = (typeof userStates)[number]

export type UserSearch = UserFilter & PageRequest

export interface FoundUser {
  readonly id: string
  readonly email: string
  readonly name: string | null
  readonly role: Role
  readonly state: UserState
  readonly createdAt: Date
  readonly activeSessions: number
  readonly lastActiveAt: Date | null
}

/** Everybody with an account, by e-mail address, for administrators. */
export function userDirectory(on?: Pooled) {
  const query = poolQuery(on)
  return {
    page: pagesOf(query, byEmail, textAt, toFound).nearest,

    async count(filter: UserFilter, max: number): Promise<number> {
      const { bind, values } = binder()
      const text = `SELECT count(*)::int AS total
        FROM (SELECT 1 ${everybody} WHERE ${matching(filter, bind)} LIMIT ${max}) AS found`
      const [row] = await query<{ total: number }>({ text }, values)
      return row?.total ?? 0
    },
  }
}

interface FoundRow extends Omit<FoundUser, "email"> {
  key: string
}

const toFound = ({ key: email, ...row }: FoundRow): FoundUser => ({ ...row, email })

const byEmail = { key: "u.email", type: "text", id: "u.id", isDescending: false } as const

const textAt = ({ bind, condition, slice }: Place, filter: UserSearch) =>
  `WITH found AS (
      SELECT u.*, u.email AS key, o."disabledAt" ${everybody}
      WHERE ${matching(filter, bind)} AND ${condition} ${slice})
    SELECT u.id, u.key, u.name, u.role, ${state("u")} AS state, u."createdAt",
      (SELECT count(*)::int FROM log_out_everywhere.token_status t
        WHERE t."userId" = u.id AND t.purpose = 'session' AND t."isLive") AS "activeSessions",
      (SELECT max(t."lastActiveAt") FROM log_out_everywhere.token t
        WHERE t."userId" = u.id AND t.purpose = 'session') AS "lastActiveAt"
    FROM found u ${slice}`

// The add-on knows nobody who has never had a token.
const everybody = `FROM "User" u LEFT JOIN log_out_everywhere.owner o ON o."userId" = u.id`

const state = (
  disabled: "u" | "o",
) => `CASE WHEN ${disabled}."disabledAt" IS NOT NULL THEN 'disabled'
  WHEN u."passwordHash" IS NULL AND NOT EXISTS (SELECT FROM "Account" a WHERE a."userId" = u.id) THEN 'invited'
  ELSE 'enabled' END`

function matching({ text, role, state: wanted }: UserFilter, bind: Bind): string {
  const conditions: string[] = []
  if (text !== "") {
    const [email, name] = [bind(containing(emailPart(text))), bind(containing(text))]
    conditions.push(`(u.email LIKE ${email} OR u.name ILIKE ${name})`)
  }
  if (role) conditions.push(`u.role = ${bind(role)}::text::"Role"`)
  if (wanted) conditions.push(`${state("o")} = ${bind(wanted)}`)
  return conditions.join(" AND ") || "true"
}
