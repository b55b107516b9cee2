import type { Metadata } from "next"
import { EndedLink } from "@/app/ended-link"
import { authentication } from "@/authentication"
import { NewPasswordForm } from "@/components/acts/new-password-form"
import { EntryPage } from "@/components/shell/entry-page"
import { linkFields } from "@/lib/auth/cookies/link-cookie"
import { openedLink } from "@/lib/auth/opened-link"
import { shownEmail } from "@/lib/names/shown-email"
import { words } from "@/lib/texts/words"
import { resetPasswordAction } from "./actions"

export const generateMetadata = (): Metadata => ({ title: words("links")("reset.title") })

export default async function ResetPasswordPage() {
  const t = words("links")
  const opened = await openedLink("password_reset")
  if (!opened.ok) return <EndedLink ending={opened.failure} askAgain="/forgot-password" />
  const { email, name } = opened.value.owner

  return (
    <EntryPage rooms={["newPassword", "strength"]} title={t("reset.title")}>
      <NewPasswordForm
        action={resetPasswordAction}
        fields={await linkFields("password_reset")}
        owner={{ email, name }}
        intro={t("reset.intro", { email: shownEmail(email) })}
        submit={t("reset.submit")}
        minimumLength={authentication.passwords.minimumLength}
      />
    </EntryPage>
  )
}
