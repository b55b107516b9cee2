import { prismaQuery } from "log-out-everywhere/postgres"
import { tokenStore } from "@/lib/db/add-on"
import type { Owner as OwnerRow, Prisma, User as UserRow } from "@/lib/db/generated/client"
import type { UserStore } from "@/lib/users/ports/stores"
import type { Credential, LockedUser, User } from "@/lib/users/ports/user"
import { findHalfMade } from "./half-made"
import { removeUser } from "./remove-user"
import { hasReservedAddress } from "./reserved-address"

export function userStore(db: Prisma.TransactionClient): UserStore {
  const query = prismaQuery(db)
  return {
    async find(id) {
      return toUser(await db.user.findUnique({ where: { id }, ...withOwner }))
    },

    async findByEmail(email) {
      return toUser(await db.user.findUnique({ where: { email }, ...withOwner }))
    },

    async insert(user) {
      const rows = await db.user.createManyAndReturn({ data: [user], skipDuplicates: true })
      const inserted = rows[0] ? asUser({ ...rows[0], owner: null }) : null
      if (!inserted) return null
      if (!(await hasReservedAddress(query, inserted.id))) {
        await tokenStore(query).lockOwner(inserted.id)
        return inserted
      }
      await db.user.delete({ where: { id: inserted.id } })
      return null
    },

    findHalfMade: (email, provider) => findHalfMade(query, email, provider),

    async update(id, profile) {
      return asUser(await db.user.update({ where: { id }, data: profile, ...withOwner }))
    },

    async findCredential(person) {
      const [row] = await ("userId" in person
        ? query<CredentialRow>(credentialById, [person.userId])
        : query<CredentialRow>(credentialByEmail, [person.email]))
      return toCredential(row)
    },

    async lock(userId) {
      const [row] = await query<LockedRow>(lockUser, [userId])
      if (row) return toLocked(row)
      // A user whom something else made is not known to the add-on, which makes their row as it locks it.
      await tokenStore(query).lockOwner(userId)
      return toLocked((await query<LockedRow>(lockUser, [userId]))[0])
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

    async lockAdministrators() {
      await query(lockAdministrators, [])
      return query(enabledAdministrators, [])
    },

    async setRole(id, role) {
      await db.user.update({ where: { id }, data: { role } })
    },

    async setDisabledAt(id, disabledAt) {
      const owner = {
        where: { userId: id },
        create: { userId: id, disabledAt },
        update: { disabledAt },
      }
      await db.owner.upsert(owner)
    },

    async remove(id) {
      await query(removeUser, [id])
    },
  }
}

const withOwner = { relationLoadStrategy: "join", include: { owner: true } } as const

const credentialColumns = `u.id, u."passwordHash", coalesce(o.epoch, 0) AS epoch, u.role,
  o."disabledAt" IS NOT NULL AS "isDisabled"`
const credential = `SELECT ${credentialColumns} FROM "User" u`

// One statement each: an epoch that is read after the hash could be that of the next password.
const credentialById = {
  name: "user_credential_by_id",
  text: `${credential} LEFT JOIN log_out_everywhere.owner o ON o."userId" = u.id WHERE u.id = $1::uuid`,
}
const credentialByEmail = {
  name: "user_credential_by_email",
  text: `${credential} LEFT JOIN log_out_everywhere.owner o ON o."userId" = u.id WHERE u.email = $1`,
}

// NO KEY: rows that refer to the user may be written meanwhile. Under FOR UPDATE a log-out would
// hold its token and wait for us, while we wait for that token.
const lockUser = {
  name: "user_lock",
  text: `SELECT ${credentialColumns}, u.email, u.name, u.image, u."emailVerifiedAt", u."createdAt", o."disabledAt"
    FROM "User" u JOIN log_out_everywhere.owner o ON o."userId" = u.id WHERE u.id = $1::uuid FOR NO KEY UPDATE`,
}

const lockAdministrators = {
  name: "user_lock_administrators",
  text: `SELECT id FROM "User" WHERE role = 'admin' ORDER BY id FOR NO KEY UPDATE`,
}

// A separate statement, which sees the changes of the act that the lock had to wait for.
const enabledAdministrators = {
  name: "user_enabled_administrators",
  text: `SELECT u.id, u."passwordHash" IS NOT NULL
      OR EXISTS (SELECT FROM "Account" WHERE "userId" = u.id) AS "hasWayIn"
    FROM "User" u LEFT JOIN log_out_everywhere.owner o ON o."userId" = u.id
    WHERE u.role = 'admin' AND o."disabledAt" IS NULL ORDER BY u.id`,
}

interface CredentialRow extends Omit<Credential, "userId"> {
  id: string
}

function toCredential(row: CredentialRow | undefined): Credential | null {
  if (!row) return null
  const { id: userId, ...rest } = row
  return { userId, ...rest }
}

type LockedRow = CredentialRow &
  Pick<User, "email" | "name" | "image" | "emailVerifiedAt" | "createdAt" | "disabledAt">

const toLocked = (row: LockedRow | undefined): LockedUser | null =>
  row ? { ...row, userId: row.id, hasPassword: row.passwordHash !== null } : null

type OwnedRow = UserRow & { readonly owner: OwnerRow | null }

const toUser = (row: OwnedRow | null): User | null => (row ? asUser(row) : null)

/** Field by field: the hash stays here. */
function asUser(row: OwnedRow): User {
  return {
    id: row.id,
    email: row.email,
    name: row.name,
    image: row.image,
    role: row.role,
    epoch: row.owner?.epoch ?? 0,
    hasPassword: row.passwordHash !== null,
    emailVerifiedAt: row.emailVerifiedAt,
    disabledAt: row.owner?.disabledAt ?? null,
    createdAt: row.createdAt,
  }
}
