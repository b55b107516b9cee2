import type { Metadata } from "next"
import { EndedLink } from "@/app/ended-link"
import { authentication } from "@/authentication"
import { NewPasswordForm } from "@/components/acts/new-password-form"
import { EntryPage } from "@/components/shell/entry-page"
import { linkFields } from "@/lib/auth/cookies/link-cookie"
import { openedLink } from "@/lib/auth/opened-link"
import { shownEmail } from "@/lib/names/shown-email"
import { texts } from "@/lib/texts"
import { invitationPasswordAction } from "./actions"

export const metadata: Metadata = { title: texts.links.invitation.title }

export default async function InvitationPage() {
  const opened = await openedLink("invitation")
  if (!opened.ok) return <EndedLink ending={opened.failure} />
  const { email } = opened.value.owner
  const { title, intro, submit } = texts.links.invitation

  return (
    <EntryPage title={title}>
      <NewPasswordForm
        action={invitationPasswordAction}
        fields={await linkFields("invitation")}
        email={email}
        intro={intro(shownEmail(email))}
        submit={submit}
        minimumLength={authentication.passwords.minimumLength}
      />
    </EntryPage>
  )
}
