import { type Connection, portable, type Query } from "./query.ts"

/** What `fromKysely` needs of a Kysely transaction. */
export interface KyselyTransaction {
  executeQuery(query: {
    readonly sql: string
    readonly parameters: readonly unknown[]
    readonly query: {
      readonly kind: "RawNode"
      readonly sqlFragments: readonly string[]
      readonly parameters: readonly never[]
    }
    readonly queryId: { readonly queryId: string }
  }): Promise<{ readonly rows: unknown[] }>
}

/** What `fromKysely` needs of a Kysely database. */
export interface KyselyLike<Tx extends KyselyTransaction> extends KyselyTransaction {
  transaction(): {
    setIsolationLevel(level: "read committed"): {
      execute<Value>(work: (tx: Tx) => Promise<Value>): Promise<Value>
    }
  }
}

/** A connection by Kysely with its PostgreSQL dialect. Its transactions are those of `db.transaction().execute(…)`. */
export function fromKysely<Tx extends KyselyTransaction>(
  db: KyselyLike<Tx>,
): Connection<KyselyTransaction> {
  const on =
    (tx: KyselyTransaction): Query =>
    async <Row>({ text }: Parameters<Query>[0], values: readonly unknown[]) => {
      const query = { kind: "RawNode", sqlFragments: [text], parameters: [] } as const
      const queryId = { queryId: text }
      const { rows } = await tx.executeQuery({
        sql: text,
        parameters: portable(values),
        query,
        queryId,
      })
      return rows as Row[]
    }
  return {
    query: on(db),
    on,
    transact: (work) =>
      db
        .transaction()
        .setIsolationLevel("read committed")
        .execute((tx) => work(tx)),
  }
}
