import { LogOut } from "lucide-react"
import type { Metadata } from "next"
import { LogOutForm } from "@/components/shell/log-out-form"
import { MessagePage } from "@/components/shell/message-page"
import { Button, ButtonLink } from "@/components/ui/button"
import { getViewer } from "@/lib/auth/viewer"
import { shownEmail } from "@/lib/names/shown-email"
import { texts } from "@/lib/texts"

export const metadata: Metadata = { title: texts.shell.logOut }

/** Asks. Opening an address never ends a session: a picture in a mail could open it. */
export default async function LogOutPage() {
  const viewer = await getViewer()

  return (
    <MessagePage icon={LogOut} title={viewer ? texts.shell.logOutTitle : texts.shell.nobodyTitle}>
      <p>{viewer ? texts.shell.logOutBody(shownEmail(viewer.email)) : texts.shell.nobodyBody}</p>
      {viewer ? (
        <LogOutForm className="flex flex-wrap justify-center gap-2">
          <ButtonLink href="/account/security">{texts.shell.logOutStay}</ButtonLink>
          <Button type="submit" variant="primary">
            {texts.shell.logOut}
          </Button>
        </LogOutForm>
      ) : (
        <ButtonLink href="/login">{texts.shell.toLogIn}</ButtonLink>
      )}
    </MessagePage>
  )
}
