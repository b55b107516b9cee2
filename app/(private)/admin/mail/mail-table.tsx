import { MailOpen } from "lucide-react"
import { Time } from "@/components/time"
import { Badge } from "@/components/ui/badge"
import { DataTable } from "@/components/ui/data-table"
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
        <tr key={id}>
          <td className="font-medium">
            <TextLink href={`/admin/mail/${id}`}>{content?.letter.subject ?? words.lost}</TextLink>
          </td>
          <td data-label={words.columns.to} className="text-ink-soft">
            <span className="min-w-0 wrap-break-word">{to}</span>
          </td>
          <td data-label={words.columns.state}>
            <Badge tone={sentAt ? "good" : "plain"}>{sentAt ? words.sent : words.waiting}</Badge>
          </td>
          <td data-label={words.columns.written} className="whitespace-nowrap text-ink-soft">
            <Time at={createdAt} now={now} />
          </td>
        </tr>
      ))}
    </DataTable>
  )
}
