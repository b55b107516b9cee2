import pg from "pg"
import type { Contender } from "./contender"

/** How many SQL statements one check sends, counted at the driver that all of them share. */
export async function countStatements(contender: Contender, session: number): Promise<number> {
  const { prototype } = pg.Client
  const original = prototype.query
  const check = contender.prepare(session)
  let statements = 0
  prototype.query = function (this: pg.Client, ...given: unknown[]) {
    statements++
    return Reflect.apply(original, this, given)
  } as typeof original
  try {
    await check()
  } finally {
    prototype.query = original
  }
  return statements
}
