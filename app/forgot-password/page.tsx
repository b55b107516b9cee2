import type { Metadata } from "next"
import { DemoInbox } from "@/app/(private)/demo/inbox"
import { MailMeForm } from "@/components/acts/mail-me-form"
import { EntryPage } from "@/components/shell/entry-page"
import { BackLink } from "@/components/ui/back-link"
import { lengths } from "@/lib/texts/lengths"
import { words } from "@/lib/texts/words"
import { forgotPasswordAction } from "./actions"

export const generateMetadata = (): Metadata => ({ title: words("links")("forgot.title") })

export default function ForgotPasswordPage() {
  const t = words("links")
  return (
    <EntryPage title={t("forgot.title")} rooms={["inbox", "mailMe"]}>
      <MailMeForm
        action={forgotPasswordAction}
        intro={t("forgot.intro", { lasts: lengths.passwordReset() })}
        lasts={lengths.passwordReset()}
        otherAddress="/forgot-password"
      />
      <DemoInbox />
      <BackLink href="/login">{t("forgot.back")}</BackLink>
    </EntryPage>
  )
}
