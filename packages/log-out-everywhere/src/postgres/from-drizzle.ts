import { type Connection, portable, type Query } from "./query.ts"

/** What `fromDrizzle` needs of a Drizzle database, or of a transaction of one. */
export interface DrizzleTransaction<Sql> {
  execute(query: Sql): PromiseLike<unknown>
}

/** What `fromDrizzle` needs of a Drizzle database. */
export interface DrizzleLike<Sql, Tx extends DrizzleTransaction<Sql>>
  extends DrizzleTransaction<Sql> {
  transaction<Value>(
    work: (tx: Tx) => Promise<Value>,
    config?: { readonly isolationLevel: "read committed" },
  ): Promise<Value>
}

/** What `fromDrizzle` needs of Drizzle's tag `sql`. */
export interface DrizzleTag<Sql> {
  raw(text: string): Sql
  param(value: unknown): unknown
  join(parts: unknown[]): Sql
}

/**
 * A connection by Drizzle on PostgreSQL: `fromDrizzle(db, sql)`, with the `sql` of `drizzle-orm`. Its transactions are
 * those of `db.transaction(async (tx) => …)`.
 */
export function fromDrizzle<Sql, Tx extends DrizzleTransaction<Sql>>(
  db: DrizzleLike<Sql, Tx>,
  sql: DrizzleTag<Sql>,
): Connection<DrizzleTransaction<Sql>> {
  const on =
    (tx: DrizzleTransaction<Sql>): Query =>
    async <Row>({ text }: Parameters<Query>[0], values: readonly unknown[]) => {
      const given = portable(values)
      // Every second part is the number of a value.
      const parts = text
        .split(/\$(\d+)/)
        .map((part, index) =>
          index % 2 === 0 ? sql.raw(part) : sql.param(given[Number(part) - 1]),
        )
      const answer = await tx.execute(sql.join(parts))
      return (Array.isArray(answer) ? answer : (answer as { rows: Row[] }).rows) as Row[]
    }
  return {
    query: on(db),
    on,
    transact: (work) => db.transaction(work, { isolationLevel: "read committed" }),
  }
}
