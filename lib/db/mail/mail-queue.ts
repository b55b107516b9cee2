import type { Connection } from "@/lib/db/client"
import { Prisma } from "@/lib/db/generated/client"
import { poolQuery } from "@/lib/db/query"
import { mailKinds } from "@/lib/users/ports/outbox"
import type { MailRow } from "./mail-row"

/** A mail that this process has taken to send. */
export interface ClaimedMail extends MailRow {
  readonly id: string
  readonly createdAt: Date
  /** This one included. */
  readonly tries: number
}

export interface MailQueue {
  /** The database's clock, by which every process goes. */
  now(): Promise<Date>
  /**
   * Takes mails that are due: no other process gets them before `until`.
   *
   * By then this one has sent them or said otherwise, or it is dead.
   */
  claim(at: Date, until: Date, max: number): Promise<readonly ClaimedMail[]>
  /** Forgets what the mail said, unless its body is kept for reading; of somebody's last mail, that there was one. */
  markSent(mail: ClaimedMail, at: Date, keepsBody: boolean): Promise<void>
  /** Does nothing once another process has taken the mail. */
  postpone(mail: ClaimedMail, nextTryAt: Date, problem: string): Promise<void>
  /** Nobody tries again. The row is kept, without the secret; not that of somebody's last mail. */
  giveUp(mail: ClaimedMail, problem: string): Promise<void>
}

export function mailQueue({ pool, prisma }: Connection): MailQueue {
  const query = poolQuery({ pool })
  const settle = async (
    { id, tries }: ClaimedMail,
    data: Prisma.OutboxMailUpdateManyMutationInput,
  ) => {
    await prisma.outboxMail.updateMany({ where: { id, tries, sentAt: null }, data })
  }
  const forget = async ({ id, tries }: ClaimedMail) => {
    await prisma.outboxMail.deleteMany({ where: { id, tries, sentAt: null } })
  }
  return {
    async now() {
      const [clock] = await query<{ now: Date }>(now, [])
      if (!clock) throw new Error("The database does not say what time it is.")
      return clock.now
    },

    claim: (at, until, max) => query<ClaimedMail>(claim, [at, until, max, mailKinds]),

    markSent: (mail, at, keepsBody) =>
      isLast(mail) && !keepsBody
        ? forget(mail)
        : settle(mail, {
            sentAt: at,
            nextTryAt: null,
            lastError: null,
            ...(!keepsBody && { facts: Prisma.DbNull, sealedSecret: null }),
          }),

    postpone: (mail, nextTryAt, problem) => settle(mail, { nextTryAt, lastError: problem }),

    giveUp: (mail, problem) =>
      isLast(mail)
        ? forget(mail)
        : settle(mail, { nextTryAt: null, lastError: problem, sealedSecret: null }),
  }
}

/** Its address is that of somebody whose account is gone: not even the row is kept. */
const isLast = ({ kind }: ClaimedMail) => kind === "account_deleted"

const now = { name: "mail_now", text: "SELECT now() AS now" }

/**
 * Two processes never take the same row: each skips what the other has locked.
 *
 * A process of an older version leaves the kinds of mail that it does not know to newer ones. The
 * rows are chosen apart from the update, or the planner might choose them again for each row.
 */
const claim = {
  name: "mail_claim",
  text: `WITH due AS MATERIALIZED (
      SELECT id FROM "OutboxMail" WHERE "nextTryAt" <= $1::timestamptz AND kind = ANY($4::text[])
      ORDER BY "nextTryAt" LIMIT $3 FOR UPDATE SKIP LOCKED
    )
    UPDATE "OutboxMail" m SET "nextTryAt" = $2::timestamptz, tries = m.tries + 1
    FROM due WHERE m.id = due.id
    RETURNING m.id, m.kind, m."to", m.facts, m."sealedSecret", m."createdAt", m.tries`,
}
