import type { Metadata } from "next"
import { AccountHead } from "@/app/(private)/account/account-head"
import { PersonalPage } from "@/app/personal-page"
import type { SearchParams } from "@/app/place"
import { Card, CardBody } from "@/components/ui/card"
import { requireViewer } from "@/lib/auth/viewer"
import { findPendingEmailChange } from "@/lib/db/lists/pending-email-change"
import { shownEmail } from "@/lib/names/shown-email"
import { texts } from "@/lib/texts"
import { lengths } from "@/lib/texts/lengths"
import { EmailForm } from "./email-form"
import { PendingChange } from "./pending-change"

const words = texts.email

export const metadata: Metadata = { title: texts.security.pages.email }

interface EmailPageProps {
  readonly searchParams: SearchParams
}

/** The address that the person logs in with, and the one that waits to take its place. */
export default async function EmailPage({ searchParams }: EmailPageProps) {
  const { userId, email, now } = await requireViewer()
  const pending = await findPendingEmailChange(userId)

  return (
    <PersonalPage>
      <AccountHead
        page="email"
        searchParams={searchParams}
        title={words.title}
        description={words.hint(shownEmail(email))}
      />
      <Card>
        <CardBody className="space-y-5">
          <PendingChange pending={pending} now={now} />
          <EmailForm linkLasts={lengths.emailChange} />
        </CardBody>
      </Card>
    </PersonalPage>
  )
}
