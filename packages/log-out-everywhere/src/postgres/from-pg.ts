import { type Connection, portable, type Query, type Statement } from "./query.ts"

/** What `fromPg` needs of a client of `pg`. */
export interface PgClient {
  query(config: {
    readonly name?: string
    readonly text: string
    readonly values: unknown[]
  }): Promise<{ readonly rows: unknown[] }>
}

/** What `fromPg` needs of a pool of `pg`. */
export interface PgPool extends PgClient {
  connect(): Promise<PgClient & { release(error?: Error | boolean): void }>
}

/** How `fromPg` sends its statements. */
export interface PgOptions {
  /**
   * Whether the server keeps the plans of the statements that every request needs. Write `false` behind a
   * pooler that hands every transaction another connection and does not track prepared statements. Left
   * out: true.
   */
  readonly prepare?: boolean
}

/** A query by a client of `pg`, or by a pool. */
export function pgQuery(client: PgClient, { prepare = true }: PgOptions = {}): Query {
  return async <Row>({ name, text }: Statement, values: readonly unknown[]) => {
    const statement = { text, values: portable(values) }
    const { rows } = await client.query(prepare && name ? { name, ...statement } : statement)
    return rows as Row[]
  }
}

/** A connection by a pool of `pg`. Its transactions are clients on which `BEGIN` was sent. */
export function fromPg(pool: PgPool, options: PgOptions = {}): Connection<PgClient> {
  return {
    query: pgQuery(pool, options),
    on: (client) => pgQuery(client, options),
    async transact(work) {
      const client = await pool.connect()
      const send = (text: string) => client.query({ text, values: [] })
      try {
        await send("BEGIN ISOLATION LEVEL READ COMMITTED")
        const value = await work(client)
        await send("COMMIT")
        client.release()
        return value
      } catch (error) {
        // A connection that cannot roll back is in no state to be used again.
        await send("ROLLBACK").then(
          () => client.release(),
          (broken: Error) => client.release(broken),
        )
        throw error
      }
    },
  }
}
