import { type Connection, portable, type Query } from "./query.ts"

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

/** A connection by a Prisma client on PostgreSQL. Its transactions are those of `prisma.$transaction(async (tx) => …)`. */
export function fromPrisma<Tx extends PrismaTransaction>(
  prisma: PrismaClientLike<Tx>,
): Connection<PrismaTransaction> {
  const on =
    (tx: PrismaTransaction): Query =>
    async <Row>({ text }: Parameters<Query>[0], values: readonly unknown[]) =>
      tx.$queryRawUnsafe<Row[]>(text, ...portable(values))
  return {
    query: on(prisma),
    on,
    transact: (work) => prisma.$transaction(work, { isolationLevel: "ReadCommitted" }),
  }
}
