import { MailOpen } from "lucide-react"
import { Time } from "@/components/time"
import { Badge } from "@/components/ui/badge"
import { DataTable } from "@/components/ui/data-table"
import { Cell, Row } from "@/components/ui/table"
import { TextLink } from "@/components/ui/text-link"
import type { ReadMail } from "@/lib/mail/read"
import { texts } from "@/lib/texts"

interface MailTableProps {
  readonly mails: readonly ReadMail[]
  readonly now: Date
}

const words = texts.mailbox

export function MailTable({ mails, now }: MailTableProps) {
  return (
    <DataTable words={words} icon={MailOpen}>
      {mails.map(({ id, to, content, sentAt, createdAt }) => (
        <Row key={id}>
          <Cell className="font-medium">
            <TextLink href={`/admin/mail/${id}`}>{content?.letter.subject ?? words.lost}</TextLink>
          </Cell>
          <Cell data-label={words.columns.to} className="text-ink-soft">
            <span className="min-w-0 wrap-break-word">{to}</span>
          </Cell>
          <Cell data-label={words.columns.state}>
            <Badge tone={sentAt ? "good" : "plain"}>{sentAt ? words.sent : words.waiting}</Badge>
          </Cell>
          <Cell data-label={words.columns.written} className="whitespace-nowrap text-ink-soft">
            <Time at={createdAt} now={now} />
          </Cell>
        </Row>
      ))}
    </DataTable>
  )
}
