import { MailOpen } from "lucide"
import { demoPages } from "@/app/(private)/demo/links"
import { Time } from "@/components/time"
import { Badge } from "@/components/ui/badge"
import { DataTable } from "@/components/ui/data-table"
import { TextLink } from "@/components/ui/text-link"
import type { ReadMail } from "@/lib/mail/read"
import { words } from "@/lib/texts/words"

interface MailTableProps {
  readonly mails: readonly ReadMail[]
}

export function MailTable({ mails }: MailTableProps) {
  const t = words("mailbox")

  return (
    <DataTable room="mailbox" icon={MailOpen}>
      {mails.map(({ id, to, content, sentAt, createdAt }) => (
        <tr key={id}>
          <td className="font-medium">
            <TextLink href={`${demoPages.mail}/${id}`}>
              {content?.letter.subject ?? t("lost")}
            </TextLink>
          </td>
          <td data-label={t("columns.to")} className="text-ink-soft">
            <span className="min-w-0 wrap-break-word">{to}</span>
          </td>
          <td data-label={t("columns.state")}>
            <Badge tone={sentAt ? "good" : "plain"}>{sentAt ? t("sent") : t("waiting")}</Badge>
          </td>
          <td data-label={t("columns.written")} className="moment">
            <Time at={createdAt} />
          </td>
        </tr>
      ))}
    </DataTable>
  )
}
