import type { Prisma } from "@/lib/db/generated/client"
import type { AccountStore } from "@/lib/users/ports/stores"

export function accountStore(db: Prisma.TransactionClient): AccountStore {
  return {
    async findOwner({ provider, providerAccountId }) {
      const account = await db.account.findUnique({
        where: { provider_providerAccountId: { provider, providerAccountId } },
        relationLoadStrategy: "join",
        select: { user: { select: { id: true, role: true, owner: { select: standing } } } },
      })
      if (!account) return null
      const { id: userId, role, owner } = account.user
      return { userId, epoch: owner?.epoch ?? 0, role, isDisabled: owner?.disabledAt != null }
    },

    list(userId) {
      return db.account.findMany({
        where: { userId },
        orderBy: { linkedAt: "asc" },
        select: { provider: true, providerAccountId: true, linkedAt: true },
      })
    },

    async link(userId, { provider, providerAccountId }, type) {
      const data = [{ userId, provider, providerAccountId, type }]
      const { count } = await db.account.createMany({ data, skipDuplicates: true })
      return count > 0
    },

    async unlink(userId, { provider, providerAccountId }) {
      const { count } = await db.account.deleteMany({
        where: { userId, provider, providerAccountId },
      })
      return count > 0
    },

    async unlinkSince(userId, moment) {
      const rows = await db.$queryRaw<{ provider: string }[]>`
        DELETE FROM "Account" WHERE "userId" = ${userId}::uuid AND "linkedAt" >= ${moment}::timestamptz
        RETURNING provider`
      return rows.map(({ provider }) => provider).toSorted()
    },
  }
}

/** What the add-on knows of a user. It knows nobody who has never had a token. */
const standing = { epoch: true, disabledAt: true } as const
