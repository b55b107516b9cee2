import type { Metadata } from "next"
import { MailMeForm } from "@/components/acts/mail-me-form"
import { EntryPage } from "@/components/shell/entry-page"
import { BackLink } from "@/components/ui/back-link"
import { texts } from "@/lib/texts"
import { lengths } from "@/lib/texts/lengths"
import { forgotPasswordAction } from "./actions"

export const metadata: Metadata = { title: texts.links.forgot.title }

export default function ForgotPasswordPage() {
  return (
    <EntryPage title={texts.links.forgot.title} rooms={["mailMe"]}>
      <MailMeForm
        action={forgotPasswordAction}
        intro={texts.links.forgot.intro(lengths.passwordReset)}
      />
      <BackLink href="/login">{texts.links.forgot.back}</BackLink>
    </EntryPage>
  )
}
