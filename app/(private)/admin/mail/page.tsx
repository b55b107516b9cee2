import type { Metadata } from "next"
import { PersonalPage } from "@/app/personal-page"
import { parsePlace, type SearchParams } from "@/app/place"
import { PageHeader } from "@/components/ui/page-header"
import { PlacePager } from "@/components/ui/place-pager"
import { readMails } from "@/lib/mail/read"
import { words } from "@/lib/texts/words"
import { requireMailReader } from "./gate"
import { MailTable } from "./mail-table"

export const generateMetadata = (): Metadata => ({ title: words("mailbox")("title") })

interface MailPageProps {
  readonly searchParams: SearchParams
}

export default async function MailPage({ searchParams }: MailPageProps) {
  const t = words("mailbox")
  const { now } = await requireMailReader()
  const mails = await readMails(parsePlace(await searchParams))

  return (
    <PersonalPage width="wide">
      <PageHeader title={t("title")} description={t("description")} />
      <MailTable mails={mails.items} now={now} />
      <PlacePager path="/admin/mail" page={mails} />
    </PersonalPage>
  )
}
