/**
 * Loaded into the tests of a release: writes down each statement that the app sends to its database, once.
 *
 * `LOE_STATEMENTS=file NODE_OPTIONS="--import tsx --import ./scripts/release/record-statements.ts" npx vitest run lib`
 */
import { appendFileSync } from "node:fs"
import pg from "pg"

const file = process.env.LOE_STATEMENTS ?? ""
const known = new Set<string>()

const { query } = pg.Client.prototype
pg.Client.prototype.query = function (this: pg.Client, ...given: unknown[]) {
  const [statement] = given as [string | { text?: string }]
  const text = typeof statement === "string" ? statement : statement.text
  if (text && isApps(this) && !known.has(text)) {
    known.add(text)
    appendFileSync(file, `${JSON.stringify(text)}\n`)
  }
  return Reflect.apply(query, this, given)
}

/** The tests' own statements go over connections that ask for no time zone. */
function isApps(client: pg.Client): boolean {
  return JSON.stringify(Reflect.get(client, "connectionParameters")).includes("timezone=UTC")
}
