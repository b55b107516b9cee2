import type { Metadata } from "next"
import { PersonalPage } from "@/app/personal-page"
import { parsePlace, type SearchParams } from "@/app/place"
import { PageHeader } from "@/components/ui/page-header"
import { PlacePager } from "@/components/ui/place-pager"
import { readMails } from "@/lib/mail/read"
import { texts } from "@/lib/texts"
import { requireMailReader } from "./gate"
import { MailTable } from "./mail-table"

const words = texts.mailbox

export const metadata: Metadata = { title: words.title }

interface MailPageProps {
  readonly searchParams: SearchParams
}

export default async function MailPage({ searchParams }: MailPageProps) {
  const { now } = await requireMailReader()
  const mails = await readMails(parsePlace(await searchParams))

  return (
    <PersonalPage width="wide">
      <PageHeader title={words.title} description={words.description} />
      <MailTable mails={mails.items} now={now} />
      <PlacePager path="/admin/mail" page={mails} />
    </PersonalPage>
  )
}
