/** One SQL statement. */
export interface Statement {
  /**
   * Makes the server keep the plan, which is then the same for all values. Left out, each statement is
   * planned for the values at hand, which a search needs.
   */
  readonly name?: string
  readonly text: string
}

/**
 * Runs one SQL statement on PostgreSQL, on a pool or inside a transaction, and returns its rows. Instants
 * among the values are `Date`s, binary values `Uint8Array`s, lists of texts arrays. Rejects with the
 * driver's error.
 */
export type Query = <Row>(statement: Statement, values: readonly unknown[]) => Promise<Row[]>

/** A database, as one of its client libraries reaches it. `Tx` is a transaction as that library hands it out. */
export interface Connection<Tx> {
  /** Outside any transaction. */
  readonly query: Query
  /** Inside a transaction that is open. */
  on(tx: Tx): Query
  /** Runs work in its own transaction, at READ COMMITTED. What the work throws rolls it back. */
  transact<Value>(work: (tx: Tx) => Promise<Value>): Promise<Value>
}

/** Drivers write dates differently; text they leave alone. */
export const portable = (values: readonly unknown[]) =>
  values.map((value) => (value instanceof Date ? value.toISOString() : value))
