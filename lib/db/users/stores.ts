import { settling } from "log-out-everywhere/live"
import { everyonesTokens, prismaQuery, type Query } from "log-out-everywhere/postgres"
import { tokenStore, users } from "@/lib/db/add-on"
import type { Connection } from "@/lib/db/client"
import { sweepStore } from "@/lib/db/desk/sweep-store"
import { Prisma } from "@/lib/db/generated/client"
import { outboxStore } from "@/lib/db/mail/outbox-store"
import { mailSeal, type Seal } from "@/lib/db/mail/seal"
import { poolQuery } from "@/lib/db/query"
import type { AuditEntry, EveryonesTokens, Stores, TransactStores } from "@/lib/users/ports/stores"
import { accountStore } from "./account-store"
import { auditLog } from "./audit-log"
import { browserStore } from "./browser-store"
import { tellAct, telling } from "./told-acts"
import { userStore } from "./user-store"

/** The stores outside any transaction. */
export function storesOn(
  { pool, prisma }: Connection,
  seal = mailSeal,
  settle = async () => {},
): Stores {
  const stores = boundTo(prisma, poolQuery({ pool }), seal, tellAct)
  return { ...stores, tokens: settling(stores.tokens, { settle }) }
}

/**
 * Runs work in a transaction. A named failure rolls it back; a lost race is run again. `settle` is awaited at its
 * end, whatever that was: a commit may come through whose answer is lost.
 */
export function transactOn(
  { prisma }: Connection,
  seal = mailSeal,
  settle = async () => {},
): TransactStores {
  return async (work) => {
    for (let attempt = 1; ; attempt++) {
      const acts: AuditEntry[] = []
      try {
        const done = await prisma.$transaction(async (tx) => {
          const value = await work(
            boundTo(tx, prismaQuery(tx), seal, (act) => acts.push(act)),
            await clockOf(tx),
          )
          if (isFailure(value)) throw new RolledBack(value)
          return value
        })
        acts.forEach(tellAct)
        return done
      } catch (error) {
        if (error instanceof RolledBack) return error.value as Awaited<ReturnType<typeof work>>
        if (!isLostRace(error) || attempt === 3) throw error
      } finally {
        await settle()
      }
    }
  }
}

async function clockOf(tx: Prisma.TransactionClient): Promise<Date> {
  const [clock] = await tx.$queryRaw<[{ now: Date }]>`SELECT now() AS now`
  return clock.now
}

const boundTo = (
  db: Prisma.TransactionClient,
  query: Query,
  seal: () => Seal,
  tell: (act: AuditEntry) => void,
): Stores => ({
  tokens: tokenStore(query),
  users: userStore(db),
  accounts: accountStore(db),
  browsers: browserStore(query),
  audit: telling(auditLog(db), tell),
  everyonesTokens: everyones(query),
  outbox: outboxStore(query, seal),
  sweeps: sweepStore(query),
})

const everyones = (query: Query): EveryonesTokens => ({
  ...everyonesTokens(query, users),
  forgetSignUpLinks: async () => (await query(forgetSignUpLinks, [])).length,
  async keepReason(generationIds, reason) {
    await query(keepReason, [[...generationIds], reason])
  },
})

const forgetSignUpLinks = {
  name: "everyone_forget_sign_up_links",
  text: `DELETE FROM "SignUpLink" RETURNING 1`,
}

const keepReason = {
  name: "everyone_keep_reason",
  text: `INSERT INTO "EveryoneOutReason" ("generationId", reason) SELECT unnest($1::uuid[]), $2 RETURNING 1`,
}

/** Carries a named failure out of Prisma's transaction, which rolls back only what throws. */
class RolledBack extends Error {
  constructor(readonly value: unknown) {
    super("rolled back")
  }
}

const isFailure = (value: unknown) =>
  typeof value === "object" && value !== null && "ok" in value && value.ok === false

/**
 * PostgreSQL ended one of two transactions that waited for each other, or that wanted one unique value;
 * nothing of it was written. At the next attempt it sees what the other one has done.
 */
function isLostRace(error: unknown): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false
  return /^P20(?:02|34)$/.test(error.code) || JSON.stringify(error.meta ?? {}).includes("40P01")
}
