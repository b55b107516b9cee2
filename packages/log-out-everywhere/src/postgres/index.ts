export { postgresBus } from "./announcing/bus.ts"
export {
  type Listener,
  type ListenerPatience,
  type ListeningClient,
  openListener,
} from "./announcing/listener.ts"
export { type Live, liveOn } from "./announcing/live-on.ts"
export { presencesOn } from "./announcing/presences.ts"
export { announcing } from "./announcing/triggers.ts"
export type { DescribedDevice } from "./described-device.ts"
export { everyonesTokens } from "./everyone.ts"
export { type Expunged, type ExpungeStep, expunge, expungeSteps } from "./expunge.ts"
export {
  type DrizzleLike,
  type DrizzleTag,
  type DrizzleTransaction,
  fromDrizzle,
} from "./from-drizzle.ts"
export { fromKysely, type KyselyLike, type KyselyTransaction } from "./from-kysely.ts"
export { fromPg, type PgClient, type PgOptions, type PgPool, pgQuery } from "./from-pg.ts"
export {
  fromPrisma,
  type PrismaClientLike,
  type PrismaTransaction,
  prismaQuery,
} from "./from-prisma.ts"
export { endedWithEpoch } from "./judgement.ts"
export type { UsersTable } from "./layout.ts"
export { migrate, pendingMigrations } from "./migrate.ts"
export { type Migration, migrations } from "./migrations.ts"
export { type OwnerColumns, type PostgresOptions, postgres, storeFor } from "./postgres.ts"
export type { Connection, Query, Statement } from "./query.ts"
export { describeAgain, probe } from "./tend.ts"
export { type Instant, type TokenRow, tokenColumns, toToken } from "./token-row.ts"
export { rehash, type Watched, watchedIn, watching } from "./watch.ts"
