/**
 * Runs work in one transaction: it commits together or not at all. A failure that the work returns
 * (`fail`) rolls everything back, as a thrown error does.
 *
 * Hands the work the stores bound to the transaction, and the database's clock.
 */
export type Transact<Stores> = <Value>(
  work: (stores: Stores, now: Date) => Promise<Value>,
) => Promise<Value>
