import { type Connection, portable, type Query, type Statement } from "./query.ts"

/** What `fromPrisma` needs of a transaction of Prisma's. */
export interface PrismaTransaction {
  $queryRawUnsafe<Rows = unknown>(text: string, ...values: unknown[]): PromiseLike<Rows>
}

/** What `fromPrisma` needs of a Prisma client. */
export interface PrismaClientLike<Tx extends PrismaTransaction> extends PrismaTransaction {
  $transaction<Value>(
    work: (tx: Tx) => Promise<Value>,
    options?: { readonly isolationLevel?: "ReadCommitted" },
  ): Promise<Value>
}

/** A query by a Prisma client or transaction. */
export function prismaQuery(client: PrismaTransaction): Query {
  return async <Row>({ text }: Statement, values: readonly unknown[]) =>
    client.$queryRawUnsafe<Row[]>(text, ...portable(values))
}

/** A connection by a Prisma client on PostgreSQL. Its transactions are those of `prisma.$transaction(async (tx) => …)`. */
export function fromPrisma<Tx extends PrismaTransaction>(
  prisma: PrismaClientLike<Tx>,
): Connection<PrismaTransaction> {
  return {
    query: prismaQuery(prisma),
    on: prismaQuery,
    transact: (work) => prisma.$transaction(work, { isolationLevel: "ReadCommitted" }),
  }
}
