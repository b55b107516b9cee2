import type pg from "pg"
import type { Prisma } from "./generated/client"

export interface Statement {
  /**
   * Under this name the server keeps the plan: half the cost of the hot path. Such a statement is quick,
   * or the database hangs. Without a name it plans for the values at hand, which a search needs.
   */
  readonly name?: string
  readonly text: string
}

/** Runs one SQL statement, on the pool or inside a transaction of Prisma's. */
export type Query = <Row>(statement: Statement, values: readonly unknown[]) => Promise<Row[]>

export function poolQuery(pool: pg.Pool): Query {
  return async <Row>({ name, text }: Statement, values: readonly unknown[]) => {
    const statement = { name, text, values: values.map(portable) }
    return (await pool.query(name ? inTime(pool, statement) : statement)).rows as Row[]
  }
}

/** The same statement, which fails where the answer takes longer than a connection may. */
export const inTime = <Quick extends pg.QueryConfig>(pool: pg.Pool, statement: Quick) => ({
  ...statement,
  query_timeout: pool.options.connectionTimeoutMillis,
})

export function transactionQuery(tx: Prisma.TransactionClient): Query {
  return <Row>({ text }: Statement, values: readonly unknown[]) =>
    tx.$queryRawUnsafe<Row[]>(text, ...values.map(portable))
}

/** The two drivers write dates differently; text they leave alone. */
const portable = (value: unknown) => (value instanceof Date ? value.toISOString() : value)
