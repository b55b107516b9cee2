import type { Metadata } from "next"
import { EndedLink } from "@/app/ended-link"
import { authentication } from "@/authentication"
import { NewPasswordForm } from "@/components/acts/new-password-form"
import { EntryPage } from "@/components/shell/entry-page"
import { linkFields } from "@/lib/auth/cookies/link-cookie"
import { openedLink } from "@/lib/auth/opened-link"
import { shownEmail } from "@/lib/names/shown-email"
import { words } from "@/lib/texts/words"
import { invitationPasswordAction } from "./actions"

export const generateMetadata = (): Metadata => ({ title: words("links")("invitation.title") })

export default async function InvitationPage() {
  const t = words("links")
  const opened = await openedLink("invitation")
  if (!opened.ok) return <EndedLink ending={opened.failure} />
  const { email, name } = opened.value.owner

  return (
    <EntryPage rooms={["newPassword", "strength"]} title={t("invitation.title")}>
      <NewPasswordForm
        action={invitationPasswordAction}
        fields={await linkFields("invitation")}
        owner={{ email, name }}
        intro={t("invitation.intro", { email: shownEmail(email) })}
        submit={t("invitation.submit")}
        minimumLength={authentication.passwords.minimumLength}
      />
    </EntryPage>
  )
}
