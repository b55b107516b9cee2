import type { Query } from "log-out-everywhere/postgres"
import { linklessKinds, type Outbox } from "@/lib/users/ports/outbox"
import type { Seal } from "./seal"

/** The channel on which PostgreSQL tells that mail is waiting. */
export const mailChannel = "loe_mail"

export function outboxStore(query: Query, seal: () => Seal): Outbox {
  return {
    async add(mail) {
      const { kind, to, facts } = mail
      const sealed = mail.secret ? await seal().close(mail.secret, mail) : null
      await query(add, [kind, to, JSON.stringify(facts), sealed])
    },

    async retry(ids) {
      const [retried] = await query<{ count: number }>(retry, [ids, linklessKinds])
      return retried?.count ?? 0
    },
  }
}

/**
 * PostgreSQL passes the word on at commit, and never where the act is rolled back.
 *
 * Cut to the milliseconds of JavaScript's clock: rounded up, the mail would not be due yet.
 */
const add = {
  name: "outbox_add",
  text: `WITH added AS (
      INSERT INTO "OutboxMail" (kind, "to", facts, "sealedSecret", "nextTryAt")
      VALUES ($1, $2, $3::jsonb, $4, date_trunc('milliseconds', now()))
    ) SELECT pg_notify('${mailChannel}', '')::text`,
}

const retry = {
  name: "outbox_retry",
  text: `WITH retried AS (
      UPDATE "OutboxMail" SET "nextTryAt" = date_trunc('milliseconds', now())
      WHERE "sentAt" IS NULL AND facts IS NOT NULL AND ("sealedSecret" IS NOT NULL OR kind = ANY ($2::text[]))
        AND ($1::uuid[] IS NULL OR id = ANY ($1::uuid[]))
      RETURNING id
    ) SELECT count(*)::int AS count, pg_notify('${mailChannel}', '')::text FROM retried`,
}
