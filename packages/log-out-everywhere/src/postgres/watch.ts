import { type EndablePurpose, endablePurposes } from "../core/token.ts"
import { schema } from "./judgement.ts"
import { quoted } from "./layout.ts"
import type { Query } from "./query.ts"

/** A column, or a table, of the app's own on which tokens depend. */
export interface Watched {
  /**
   * `password`: a column that holds a password's hash. `disabled`: one that is set (true, or not null) while
   * the user is disabled or banned. `provider`: a table whose rows each let the user in, until they are deleted.
   */
  readonly kind: "password" | "disabled" | "provider"
  readonly table: string
  /** Left out: `public`. */
  readonly schema?: string
  /** The column that holds the user's id. Left out: `id`, and for a provider `userId`. */
  readonly userId?: string
  /** The column that is watched; of a provider none, since its rows are. */
  readonly column?: string
  /** What ends with a change. Left out: everything. */
  readonly purposes?: readonly EndablePurpose[]
}

/**
 * The statements that put a trigger there, in place of one that is there for the same. Whatever writes the
 * column then ends the user's tokens in the same transaction: "one function writes the hash" need not hold.
 *
 * Throws if `column` is missing for a kind that needs it.
 */
export function watching(watched: Watched): readonly string[] {
  const { kind, table, column, purposes = endablePurposes } = watched
  const on = `${quoted(watched.schema ?? "public")}.${quoted(table)}`
  const userId = watched.userId ?? (kind === "provider" ? "userId" : "id")
  const name = quoted(`${schema}_${kind}`)
  const ends = literal(purposes.join(","))
  const start = [`DROP TRIGGER IF EXISTS ${name} ON ${on}`]
  if (kind === "provider") {
    const run = `${schema}.on_change(${literal(userId)}, 'provider_change', ${ends})`
    return [
      ...start,
      `CREATE TRIGGER ${name} AFTER DELETE ON ${on} FOR EACH ROW EXECUTE FUNCTION ${run}`,
    ]
  }
  if (!column) throw new Error(`watch: a ${kind} is in a column; write \`column: "…"\`.`)
  const changed = `FOR EACH ROW WHEN (OLD.${quoted(column)} IS DISTINCT FROM NEW.${quoted(column)})`
  const run =
    kind === "password"
      ? `${schema}.on_change(${literal(userId)}, 'password_change', ${ends})`
      : `${schema}.on_disabled(${literal(userId)}, ${literal(column)}, ${ends})`
  return [
    ...start,
    `CREATE TRIGGER ${name} AFTER UPDATE OF ${quoted(column)} ON ${on} ${changed} EXECUTE FUNCTION ${run}`,
  ]
}

const literal = (text: string) => `'${text.replaceAll("'", "''")}'`

/** The kinds that are watched in this database, with the table of each. */
export async function watchedIn(
  query: Query,
): Promise<readonly { readonly kind: Watched["kind"]; readonly table: string }[]> {
  return query(findTriggers, [])
}

const findTriggers = {
  text: `SELECT substr(t.tgname, ${schema.length + 2}) AS kind, c.relname::text AS "table"
    FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_proc p ON p.oid = t.tgfoid
      JOIN pg_namespace n ON n.oid = p.pronamespace
    WHERE n.nspname = '${schema}' AND p.proname IN ('on_change', 'on_disabled') AND NOT t.tgisinternal ORDER BY 1`,
}

/**
 * Replaces an old hash of a password that was just verified by a better one of the same password. It ends
 * nothing, and replaces nothing if the hash is not the verified one any more: a re-hash that races a change of
 * the password loses. Says whether it was replaced. Runs in a transaction.
 */
export async function rehash(
  query: Query,
  {
    schema: of = "public",
    table,
    userId: id = "id",
    column,
  }: Watched & { readonly column: string },
  userId: string,
  from: string,
  to: string,
): Promise<boolean> {
  const text = `WITH exempt AS MATERIALIZED (SELECT set_config('${schema}.rehash', $1::text, true))
    UPDATE ${quoted(of)}.${quoted(table)} SET ${quoted(column)} = $3::text FROM exempt
    WHERE ${quoted(id)}::text = $1::text AND ${quoted(column)} = $2::text RETURNING ${quoted(id)}::text`
  const replaced = await query({ text }, [userId, from, to])
  await query({ text: `SELECT set_config('${schema}.rehash', '', true)` }, [])
  return replaced.length > 0
}
