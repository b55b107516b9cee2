import { Compass } from "lucide-react"
import { ButtonLink } from "@/components/ui/button"
import { texts } from "@/lib/texts"
import { MessagePage } from "./message-page"

export function NotFoundMessage() {
  return (
    <MessagePage icon={Compass} title={texts.shell.notFoundTitle}>
      <p>{texts.shell.notFoundBody}</p>
      <ButtonLink href="/account/security">{texts.shell.home}</ButtonLink>
    </MessagePage>
  )
}
