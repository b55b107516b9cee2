import { type Connection, connection } from "@/lib/db/client"
import type { OutboxMail } from "@/lib/db/generated/client"
import type { MailRow } from "@/lib/db/mail/mail-row"
import { poolQuery } from "@/lib/db/query"
import type { MailKind } from "@/lib/users/ports/outbox"
import { binder, keyset, nearestPage, type Page, type PageRequest } from "./keyset"

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
    page: (request: PageRequest) =>
      nearestPage(request, async (place): Promise<Page<WrittenMail>> => {
        const { bind, values } = binder()
        const { condition, slice, pageOf } = keyset(byCreation, place, bind)
        const text = `SELECT *, "createdAt" AS key FROM "OutboxMail" WHERE ${condition} ${slice}`
        const { items, ...neighbours } = pageOf(await query<PlacedMail>({ text }, values))
        return { items: items.map(toWritten), ...neighbours }
      }),

    async find(id: string): Promise<WrittenMail | null> {
      const row = await prisma.outboxMail.findUnique({ where: { id } })
      return row && toWritten(row)
    },
  }
}

interface PlacedMail extends OutboxMail {
  key: Date
}

const byCreation = {
  key: `"createdAt"`,
  type: "timestamptz",
  id: "id",
  isDescending: true,
} as const

function toWritten({ id, kind, to, facts, sealedSecret, createdAt, sentAt }: OutboxMail) {
  return { id, kind: kind as MailKind, to, facts, sealedSecret, createdAt, sentAt }
}
