import type { Metadata } from "next"
import { Page } from "@/components/ui/page"
import { PageHeader } from "@/components/ui/page-header"
import { readLatestMails } from "@/lib/mail/read"
import { texts } from "@/lib/texts"
import { requireMailReader } from "./gate"
import { MailTable } from "./mail-table"

const words = texts.mailbox
const most = 100

export const metadata: Metadata = { title: words.title }

export default async function MailPage() {
  const { now } = await requireMailReader()

  return (
    <Page width="wide">
      <PageHeader title={words.title} description={words.description} />
      <MailTable mails={await readLatestMails(most)} now={now} />
    </Page>
  )
}
