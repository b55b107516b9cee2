import type { UserStore } from "@/lib/users/stores"
import type { Credential, Role, User } from "@/lib/users/user"
import type { Prisma, User as UserRow } from "./generated/client"
import { findHalfMade } from "./half-made"
import { transactionQuery } from "./query"
import { removeUser } from "./remove-user"
import { hasReservedAddress } from "./reserved-address"

export function userStore(db: Prisma.TransactionClient): UserStore {
  const query = transactionQuery(db)
  return {
    async find(id) {
      return toUser(await db.user.findUnique({ where: { id } }))
    },

    async findByEmail(email) {
      return toUser(await db.user.findUnique({ where: { email } }))
    },

    async insert(user) {
      const rows = await db.user.createManyAndReturn({ data: [user], skipDuplicates: true })
      const inserted = toUser(rows[0] ?? null)
      if (!inserted || !(await hasReservedAddress(query, inserted.id))) return inserted
      await db.user.delete({ where: { id: inserted.id } })
      return null
    },

    findHalfMade: (email, provider) => findHalfMade(query, email, provider),

    async update(id, profile) {
      return asUser(await db.user.update({ where: { id }, data: profile }))
    },

    async findCredential(person) {
      const where = "userId" in person ? { id: person.userId } : { email: person.email }
      return toCredential(await db.user.findUnique({ where, select: credential }))
    },

    // NO KEY: rows that refer to the user may be written meanwhile. Under FOR UPDATE a log-out would
    // hold its token and wait for us, while we wait for that token.
    async lock(userId) {
      const rows = await db.$queryRaw<CredentialRow[]>`
        SELECT id, "passwordHash", epoch, role, "disabledAt" FROM "User" WHERE id = ${userId}::uuid FOR NO KEY UPDATE`
      return toCredential(rows[0] ?? null)
    },

    async replacePasswordHash(id, from, to) {
      const { count } = await db.user.updateMany({
        where: { id, passwordHash: from },
        data: { passwordHash: to },
      })
      return count > 0
    },

    async setEmail(id, email, emailVerifiedAt) {
      // Asked first: a broken constraint would end the whole transaction.
      if (await db.user.findFirst({ where: { email, id: { not: id } }, select: { id: true } }))
        return false
      await db.user.update({ where: { id }, data: { email, emailVerifiedAt } })
      return !(await hasReservedAddress(query, id))
    },

    lockAdministrators() {
      return db.$queryRaw<{ id: string; hasWayIn: boolean }[]>`
        SELECT id, "passwordHash" IS NOT NULL
          OR EXISTS (SELECT FROM "Account" WHERE "userId" = "User".id) AS "hasWayIn"
        FROM "User" WHERE role = 'admin' AND "disabledAt" IS NULL ORDER BY id FOR NO KEY UPDATE`
    },

    async setRole(id, role) {
      await db.user.update({ where: { id }, data: { role } })
    },

    async setDisabledAt(id, disabledAt) {
      await db.user.update({ where: { id }, data: { disabledAt } })
    },

    async remove(id) {
      await query(removeUser, [id])
    },
  }
}

const credential = {
  id: true,
  passwordHash: true,
  epoch: true,
  role: true,
  disabledAt: true,
} as const

interface CredentialRow {
  id: string
  passwordHash: string | null
  epoch: number
  role: Role
  disabledAt: Date | null
}

function toCredential(row: CredentialRow | null): Credential | null {
  if (!row) return null
  const { id: userId, passwordHash, epoch, role, disabledAt } = row
  return { userId, passwordHash, epoch, role, isDisabled: disabledAt !== null }
}

const toUser = (row: UserRow | null): User | null => (row ? asUser(row) : null)

/** Field by field: the hash stays here. */
function asUser(row: UserRow): User {
  return {
    id: row.id,
    email: row.email,
    name: row.name,
    image: row.image,
    role: row.role,
    epoch: row.epoch,
    hasPassword: row.passwordHash !== null,
    emailVerifiedAt: row.emailVerifiedAt,
    disabledAt: row.disabledAt,
    createdAt: row.createdAt,
  }
}
