import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { z } from "zod"
import { requireDemo } from "@/app/(private)/demo/gate"
import { demoPages } from "@/app/(private)/demo/links"
import { PersonalPage } from "@/app/personal-page"
import type { IdProps } from "@/app/place"
import { ExactTime } from "@/components/time"
import { buttonClass } from "@/components/ui/button"
import { Card, CardBody } from "@/components/ui/card"
import { Facts } from "@/components/ui/facts"
import { Notice } from "@/components/ui/notice"
import { PageHeader } from "@/components/ui/page-header"
import { demo } from "@/lib/demo"
import { readMail } from "@/lib/mail/read"
import { words } from "@/lib/texts/words"
import { MailContent } from "./mail-content"

export const generateMetadata = (): Metadata => (demo() ? { title: words("mailbox")("title") } : {})

export default async function OneMailPage({ params }: IdProps) {
  const t = words("mailbox")
  requireDemo()
  const id = z.uuid().safeParse((await params).id).data
  const mail = id && (await readMail(id))
  if (!mail) notFound()
  const { to, createdAt, sentAt, content } = mail

  return (
    <PersonalPage>
      <PageHeader
        back={{ href: demoPages.mail, label: t("back") }}
        title={content?.letter.subject ?? t("lost")}
        aside={
          content && (
            // Not a link of Next's, which would fetch it as a part of this app's pages.
            <a href={content.letter.link.address} className={buttonClass({ variant: "primary" })}>
              {t("openLink")}
            </a>
          )
        }
      />
      <Card>
        <CardBody>
          <Facts
            facts={[
              { term: t("to"), value: to },
              { term: t("written"), value: <ExactTime at={createdAt} /> },
              { term: t("sentAt"), value: sentAt ? <ExactTime at={sentAt} /> : t("waiting") },
            ]}
          />
        </CardBody>
      </Card>
      {content ? <MailContent {...content} /> : <Notice>{t("unreadable")}</Notice>}
    </PersonalPage>
  )
}
