import { LogOut } from "lucide"
import type { Metadata } from "next"
import { LogOutForm } from "@/components/shell/log-out-form"
import { MessagePage } from "@/components/shell/message-page"
import { Button, ButtonLink } from "@/components/ui/button"
import { getViewer } from "@/lib/auth/viewer"
import { shownEmail } from "@/lib/names/shown-email"
import { words } from "@/lib/texts/words"

export const generateMetadata = (): Metadata => ({ title: words("shell")("logOut") })

/** Asks. Opening an address never ends a session: a picture in a mail could open it. */
export default async function LogOutPage() {
  const t = words("logOut")
  const viewer = await getViewer()

  return (
    <MessagePage icon={LogOut} title={viewer ? t("title") : t("nobodyTitle")}>
      <p>{viewer ? t("body", { person: shownEmail(viewer.email) }) : t("nobodyBody")}</p>
      {viewer ? (
        <LogOutForm className="flex flex-wrap justify-center gap-2">
          <ButtonLink href="/account/security">{t("stay")}</ButtonLink>
          <Button type="submit" variant="primary">
            {words("shell")("logOut")}
          </Button>
        </LogOutForm>
      ) : (
        <ButtonLink href="/login">{t("toLogIn")}</ButtonLink>
      )}
    </MessagePage>
  )
}
