import { schema } from "../postgres/judgement.ts"
import { idTypes, type UsersTable } from "../postgres/layout.ts"
import type { Query } from "../postgres/query.ts"
import { type Watched, watchedIn } from "../postgres/watch.ts"

/** A table of the app's that may hold its users, or accounts at providers. */
export interface FoundTable {
  readonly schema: string
  readonly table: string
  /** The column of its primary key, and that column's type. */
  readonly id: string
  readonly type: string
  readonly columns: readonly string[]
}

/** The tables that are called as one for users is. Reads the catalogue alone. */
export function findUsersTables(query: Query): Promise<readonly FoundTable[]> {
  return query<FoundTable>(findTables, [["user", "users", "auth_user", "profiles"]])
}

const findTables = {
  text: `SELECT n.nspname::text AS schema, c.relname::text AS "table", a.attname::text AS id,
      format_type(a.atttypid, NULL) AS type,
      ARRAY(SELECT attname::text FROM pg_attribute WHERE attrelid = c.oid AND attnum > 0 AND NOT attisdropped
        ORDER BY attnum) AS columns
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      JOIN pg_index i ON i.indrelid = c.oid AND i.indisprimary
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = i.indkey[0]
    WHERE c.relkind IN ('r', 'p') AND lower(c.relname) = ANY ($1::text[])
      AND n.nspname NOT IN ('pg_catalog', 'information_schema', '${schema}')
    ORDER BY n.nspname = 'public' DESC, c.relname`,
}

/** The users table to which the add-on's tables refer; null if they are not there. */
export async function installedUsers(query: Query): Promise<UsersTable | null> {
  const [there] = await query<{ schema: string; table: string; id: string; type: string }>(
    findInstalled,
    [],
  )
  return there ? { ...there, type: idTypeOf(there.type) } : null
}

const findInstalled = {
  text: `SELECT n.nspname::text AS schema, c.relname::text AS "table", a.attname::text AS id,
      format_type(a.atttypid, NULL) AS type
    FROM pg_constraint f JOIN pg_class c ON c.oid = f.confrelid JOIN pg_namespace n ON n.oid = c.relnamespace
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = f.confkey[1]
    WHERE f.contype = 'f' AND f.conrelid = to_regclass('${schema}.owner')`,
}

/** Throws a sentence that names the types if the add-on cannot refer to this one. */
export function idTypeOf(type: string): UsersTable["type"] {
  const plain = type === "character varying" || type === "character" ? "text" : type
  const known = idTypes.find((each) => each === plain)
  if (!known) {
    throw new Error(
      `The users' ids are of type ${type}; they must be ${idTypes.join(", ")} or varchar.`,
    )
  }
  return known
}

const passwords =
  /^(?:password|passwd)_?hash$|^hashed_?password$|^encrypted_?password$|^password(?:_?digest)?$/i
const disabled =
  /^(?:disabled|banned|blocked|suspended|deactivated)(?:_?at)?$|^is_?(?:disabled|banned|blocked)$/i

/** What of the users table, and of providers' accounts, tokens depend on and no trigger watches yet. */
export async function missingWatches(query: Query, users: FoundTable): Promise<readonly Watched[]> {
  const there = (await watchedIn(query)).map(({ kind }) => kind)
  // The tables that are called as one for accounts is.
  const accounts = await query<FoundTable>(findTables, [["account", "accounts"]])
  return suggestedWatches(users, accounts).filter(({ kind }) => !there.includes(kind))
}

function suggestedWatches(users: FoundTable, accounts: readonly FoundTable[]): readonly Watched[] {
  const place = { schema: users.schema, table: users.table, userId: users.id }
  const column = (pattern: RegExp) => users.columns.find((each) => pattern.test(each))
  const [hash, mark] = [column(passwords), column(disabled)]
  const owners = accounts.flatMap(({ schema: of, table, columns }) => {
    const userId = columns.find((each) => /^user_?id$/i.test(each))
    return userId ? [{ kind: "provider", schema: of, table, userId } as const] : []
  })
  return [
    ...(hash ? [{ ...place, kind: "password", column: hash } as const] : []),
    ...(mark ? [{ ...place, kind: "disabled", column: mark } as const] : []),
    ...owners.slice(0, 1),
  ]
}
