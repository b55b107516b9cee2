import type { Metadata } from "next"
import { EndedLink } from "@/app/ended-link"
import { authentication } from "@/authentication"
import { NewPasswordForm } from "@/components/acts/new-password-form"
import { EntryPage } from "@/components/shell/entry-page"
import { linkFields } from "@/lib/auth/cookies/link-cookie"
import { openedLink } from "@/lib/auth/opened-link"
import { shownEmail } from "@/lib/names/shown-email"
import { texts } from "@/lib/texts"
import { resetPasswordAction } from "./actions"

export const metadata: Metadata = { title: texts.links.reset.title }

export default async function ResetPasswordPage() {
  const opened = await openedLink("password_reset")
  if (!opened.ok) return <EndedLink ending={opened.failure} askAgain="/forgot-password" />
  const { email } = opened.value.owner
  const { title, intro, submit } = texts.links.reset

  return (
    <EntryPage title={title}>
      <NewPasswordForm
        action={resetPasswordAction}
        fields={await linkFields("password_reset")}
        email={email}
        intro={intro(shownEmail(email))}
        submit={submit}
        minimumLength={authentication.passwords.minimumLength}
      />
    </EntryPage>
  )
}
