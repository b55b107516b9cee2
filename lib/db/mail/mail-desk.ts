import { type Pooled, poolQuery } from "@/lib/db/query"

/** What an operator should know of the mails that are not sent. */
export interface MailState {
  readonly waiting: number
  readonly oldest: Date | null
  readonly givenUp: number
}

export interface UnsentMail {
  readonly id: string
  readonly kind: string
  readonly to: string
  readonly createdAt: Date
  readonly tries: number
  /** Null: given up. */
  readonly nextTryAt: Date | null
  readonly lastError: string | null
}

export function mailDesk(on: Pooled) {
  const query = poolQuery(on)
  return {
    async state(): Promise<MailState> {
      const [found] = await query<MailState>(state, [])
      return found ?? { waiting: 0, oldest: null, givenUp: 0 }
    },

    /** The oldest first. */
    unsent: (max: number) => query<UnsentMail>(unsent, [max]),
  }
}

const state = {
  text: `SELECT count("nextTryAt")::int AS waiting,
      min("createdAt") FILTER (WHERE "nextTryAt" IS NOT NULL) AS oldest,
      (count(*) - count("nextTryAt"))::int AS "givenUp"
    FROM "OutboxMail" WHERE "sentAt" IS NULL`,
}

const unsent = {
  text: `SELECT id, kind, "to", "createdAt", tries, "nextTryAt", "lastError"
    FROM "OutboxMail" WHERE "sentAt" IS NULL ORDER BY "createdAt", id LIMIT $1`,
}
