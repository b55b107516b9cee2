import { announcing } from "./announcing/triggers.ts"
import { schema } from "./judgement.ts"
import type { UsersTable } from "./layout.ts"
import { type Migration, migrations } from "./migrations.ts"
import type { Connection, Query } from "./query.ts"

/** The steps that a database lacks, the oldest first. Changes nothing. */
export async function pendingMigrations(
  query: Query,
  users: UsersTable,
): Promise<readonly Migration[]> {
  const [books] = await query<{ there: boolean }>(areThere, [])
  const applied = books?.there ? await query<{ name: string }>(readBooks, []) : []
  const names = new Set(applied.map(({ name }) => name))
  return migrations(users).filter(({ name }) => !names.has(name))
}

/**
 * Makes the add-on's tables, or brings them up to date, and returns the names of the steps that it applied.
 *
 * In one transaction: it stands whole or has left nothing. Two that run at once wait for each other. Needs a
 * role that may create a schema, refer to the users table, and put a trigger there.
 */
export async function migrate<Tx>(
  connection: Connection<Tx>,
  users: UsersTable,
): Promise<readonly string[]> {
  return connection.transact(async (tx) => {
    const query = connection.on(tx)
    await query(lock, [])
    const pending = await pendingMigrations(query, users)
    // One by one: a driver that prepares its statements takes no script.
    const texts = [...pending.flatMap(({ sql }) => statementsIn(sql)), ...announcing(users)]
    for (const text of texts) await query({ text }, [])
    return pending.map(({ name }) => name)
  })
}

/** Splits a script at the semicolons that end a line, but for those of a function's body. */
export function statementsIn(sql: string): readonly string[] {
  const [outside, inside] = [/;\n/, /\$function\$;\n/]
  const found: string[] = []
  for (let rest = `${sql}\n`; rest.trim() !== ""; ) {
    const opening = rest.indexOf("$function$")
    const semicolon = rest.search(outside)
    const end =
      opening >= 0 && opening < semicolon ? rest.search(inside) + "$function$".length : semicolon
    found.push(rest.slice(0, end).trim())
    rest = rest.slice(end + 1)
  }
  return found
}

const lock = { text: "SELECT pg_advisory_xact_lock(4713084)::text" }
const areThere = { text: `SELECT to_regclass('${schema}.migration') IS NOT NULL AS there` }
const readBooks = { text: `SELECT name FROM ${schema}.migration` }
