import type { Metadata } from "next"
import { requireDemo } from "@/app/(private)/demo/gate"
import { demoPages } from "@/app/(private)/demo/links"
import { PersonalPage } from "@/app/personal-page"
import { parsePlace, type SearchProps } from "@/app/place"
import { PageHeader } from "@/components/ui/page-header"
import { PlacePager } from "@/components/ui/place-pager"
import { demo } from "@/lib/demo"
import { readMails } from "@/lib/mail/read"
import { words } from "@/lib/texts/words"
import { MailTable } from "./mail-table"

export const generateMetadata = (): Metadata => (demo() ? { title: words("mailbox")("title") } : {})

export default async function MailPage({ searchParams }: SearchProps) {
  const t = words("mailbox")
  requireDemo()
  const mails = await readMails(parsePlace(await searchParams))

  return (
    <PersonalPage width="wide">
      <PageHeader title={t("title")} description={t("description")} />
      <MailTable mails={mails.items} />
      <PlacePager path={demoPages.mail} page={mails} />
    </PersonalPage>
  )
}
