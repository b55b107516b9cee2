import { type Connection, connection } from "@/lib/db/client"
import type { OutboxMail } from "@/lib/db/generated/client"
import type { MailRow } from "@/lib/db/mail/mail-row"
import { poolQuery } from "@/lib/db/query"
import type { MailKind } from "@/lib/users/ports/outbox"
import { latestFirst, type Place, pagesOf } from "./keyset"

export interface WrittenMail extends MailRow {
  readonly id: string
  readonly createdAt: Date
  readonly sentAt: Date | null
}

/** What was written to the outbox, for reading. */
export function mailList({ pool, prisma }: Connection = connection()) {
  const query = poolQuery({ pool })
  return {
    /** The newest first. */
    page: pagesOf(query, byCreation, textAt, (row: PlacedMail) => toWritten(row)).nearest,

    async find(id: string): Promise<WrittenMail | null> {
      const row = await prisma.outboxMail.findUnique({ where: { id } })
      return row && toWritten(row)
    },
  }
}

interface PlacedMail extends OutboxMail {
  key: Date
}

const byCreation = latestFirst(`"createdAt"`, "id")

const textAt = ({ condition, slice }: Place) =>
  `SELECT *, "createdAt" AS key FROM "OutboxMail" WHERE ${condition} ${slice}`

function toWritten({ id, kind, to, facts, sealedSecret, createdAt, sentAt }: OutboxMail) {
  return { id, kind: kind as MailKind, to, facts, sealedSecret, createdAt, sentAt }
}
