import { Card, CardBody } from "@/components/ui/card"
import { Section } from "@/components/ui/section"
import { findPendingEmailChange } from "@/lib/db/lists/pending-email-change"
import { shownEmail } from "@/lib/names/shown-email"
import { texts } from "@/lib/texts"
import { lengths } from "@/lib/texts/lengths"
import { EmailForm } from "./email-form"
import { PendingChange } from "./pending-change"

interface EmailSectionProps {
  readonly userId: string
  readonly email: string
  readonly now: Date
}

/** The address that the person logs in with, and the one that waits to take its place. */
export async function EmailSection({ userId, email, now }: EmailSectionProps) {
  const pending = await findPendingEmailChange(userId)

  return (
    <Section title={texts.email.title} description={texts.email.hint(shownEmail(email))}>
      <Card>
        <CardBody className="space-y-5">
          <PendingChange pending={pending} now={now} />
          <EmailForm linkLasts={lengths.emailChange} />
        </CardBody>
      </Card>
    </Section>
  )
}
