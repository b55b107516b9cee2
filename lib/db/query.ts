import { pgQuery, type Query } from "log-out-everywhere/postgres"
import type pg from "pg"
import { type Connection, connection } from "./client"

/** A connection as far as plain SQL needs it. */
export type Pooled = Pick<Connection, "pool">

/**
 * Runs statements on the pool: the app's own if no other is given. One with a name is quick, or the database hangs: it
 * fails if the answer takes longer than a connection may. One without a name may take its time.
 */
export const poolQuery = ({ pool }: Pooled = connection()): Query =>
  pgQuery({
    query: (statement) => pool.query(statement.name ? inTime(pool, statement) : statement),
  })

/** The same statement, which fails where the answer takes longer than a connection may. */
export const inTime = <Quick extends pg.QueryConfig>(pool: pg.Pool, statement: Quick) => ({
  ...statement,
  query_timeout: pool.options.connectionTimeoutMillis,
})
