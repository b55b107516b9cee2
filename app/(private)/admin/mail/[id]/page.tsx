import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { z } from "zod"
import { requireMailReader } from "@/app/(private)/admin/mail/gate"
import { PersonalPage } from "@/app/personal-page"
import { ExactTime } from "@/components/time"
import { buttonClass } from "@/components/ui/button"
import { Card, CardBody } from "@/components/ui/card"
import { Facts } from "@/components/ui/facts"
import { Notice } from "@/components/ui/notice"
import { PageHeader } from "@/components/ui/page-header"
import { readMail } from "@/lib/mail/read"
import { texts } from "@/lib/texts"
import { MailContent } from "./mail-content"

const words = texts.mailbox

export const metadata: Metadata = { title: words.title }

interface OneMailPageProps {
  readonly params: Promise<{ readonly id: string }>
}

export default async function OneMailPage({ params }: OneMailPageProps) {
  await requireMailReader()
  const id = z.uuid().safeParse((await params).id).data
  const mail = id && (await readMail(id))
  if (!mail) notFound()
  const { to, createdAt, sentAt, content } = mail

  return (
    <PersonalPage>
      <PageHeader
        back={{ href: "/admin/mail", label: words.back }}
        title={content?.letter.subject ?? words.lost}
        aside={
          content && (
            // Not a link of Next's, which would fetch it as a part of this app's pages.
            <a href={content.letter.link.address} className={buttonClass({ variant: "primary" })}>
              {words.openLink}
            </a>
          )
        }
      />
      <Card>
        <CardBody>
          <Facts
            facts={[
              { term: words.to, value: to },
              { term: words.written, value: <ExactTime at={createdAt} /> },
              { term: words.sentAt, value: sentAt ? <ExactTime at={sentAt} /> : words.waiting },
            ]}
          />
        </CardBody>
      </Card>
      {content ? <MailContent {...content} /> : <Notice>{words.unreadable}</Notice>}
    </PersonalPage>
  )
}
