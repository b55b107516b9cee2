import type { MailKind } from "@/lib/users/outbox"
import { type Connection, connection } from "./client"
import type { OutboxMail } from "./generated/client"
import type { MailRow } from "./mail-row"

export interface WrittenMail extends MailRow {
  readonly id: string
  readonly createdAt: Date
  readonly sentAt: Date | null
}

/** What was written to the outbox, for reading. */
export function mailList({ prisma }: Pick<Connection, "prisma"> = connection()) {
  return {
    /** The newest first. */
    async latest(most: number): Promise<readonly WrittenMail[]> {
      const rows = await prisma.outboxMail.findMany({ orderBy: { createdAt: "desc" }, take: most })
      return rows.map(toWritten)
    },

    async find(id: string): Promise<WrittenMail | null> {
      const row = await prisma.outboxMail.findUnique({ where: { id } })
      return row && toWritten(row)
    },
  }
}

function toWritten({ id, kind, to, facts, sealedSecret, createdAt, sentAt }: OutboxMail) {
  return { id, kind: kind as MailKind, to, facts, sealedSecret, createdAt, sentAt }
}
