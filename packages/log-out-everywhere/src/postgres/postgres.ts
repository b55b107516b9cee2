import type { ActingTokenStore } from "../core/store.ts"
import type { TokenOwner } from "../core/token.ts"
import type { TokenDatabase } from "../core/token-database.ts"
import type { DescribedDevice } from "./described-device.ts"
import { layoutOf, type UsersTable } from "./layout.ts"
import { liveTokensFor } from "./live-tokens.ts"
import type { Connection, Query } from "./query.ts"
import { statementsFor } from "./statements.ts"
import { storeOn } from "./store.ts"

/** The columns that a check reads along, as `users.columns` and `users.isSet` name them. */
export type OwnerColumns<Users extends UsersTable> = {
  readonly [_ in Users["columns"] extends readonly (infer Column extends string)[]
    ? Column
    : never]: unknown
} & {
  readonly [_ in Users["isSet"] extends object ? keyof Users["isSet"] & string : never]: boolean
}

/** What `postgres` takes. */
export interface PostgresOptions<Users extends UsersTable, Owner extends TokenOwner> {
  readonly users: Users
  /**
   * Makes the owner of what every owner has and of the columns, in which instants are text. Left out: an
   * object that has both.
   */
  readonly ownerOf?: (common: TokenOwner, columns: OwnerColumns<Users>) => Owner
  /** What lists show of a device, read from its user agent. Left out: nothing is known of it. */
  readonly describe?: (userAgent: string | null) => DescribedDevice
}

/**
 * The token store on PostgreSQL for one users table, to be put on a pool's query or on a transaction's: for
 * an app that has its own transactions. `postgres` is this together with a connection.
 *
 * Throws if the users table is described wrongly, and says what to write.
 */
export function storeFor<
  const Users extends UsersTable,
  Owner extends TokenOwner = TokenOwner & OwnerColumns<Users>,
>({
  users,
  ownerOf,
  describe = () => unknownDevice,
}: PostgresOptions<Users, Owner>): (query: Query) => ActingTokenStore<Owner> {
  const together = (common: TokenOwner, columns: object) => ({ ...columns, ...common })
  const layout = layoutOf(users)
  const parts = {
    statements: statementsFor(layout),
    columnNames: layout.columnNames,
    describe,
    ownerOf: (ownerOf ?? together) as (common: TokenOwner, columns: object) => Owner,
  }
  return (query) => storeOn(query, parts)
}

/**
 * Tokens on PostgreSQL 15 or newer, in the tables that `migrate` made.
 *
 *     postgres(fromPrisma(prisma), { users: { table: "User", type: "text", columns: ["plan"] } })
 *
 * Throws if the users table is described wrongly, and says what to write.
 */
export function postgres<
  Tx,
  const Users extends UsersTable,
  Owner extends TokenOwner = TokenOwner & OwnerColumns<Users>,
>(
  connection: Connection<Tx>,
  options: PostgresOptions<Users, Owner>,
): TokenDatabase<Owner, Tx, ActingTokenStore<Owner>> {
  const storeOf = storeFor<Users, Owner>(options)
  const liveTokens = liveTokensFor(layoutOf(options.users))
  return {
    tokens: storeOf(connection.query),
    liveTokens: liveTokens(connection.query),
    in: (tx) => storeOf(connection.on(tx)),
    transact: (work) =>
      connection.transact(async (tx) => {
        const query = connection.on(tx)
        const [clock] = await query<{ now: Date | string }>(readClock, [])
        if (!clock) throw new Error("The database has no clock.")
        return work(storeOf(query), new Date(clock.now), tx)
      }),
  }
}

const unknownDevice: DescribedDevice = { kind: "unknown", browser: null, system: null }

// As JSON, since Prisma's driver and pg read instants differently.
const readClock = { name: "loe_clock", text: "SELECT to_json(now()) AS now" }
