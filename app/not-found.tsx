import { Compass } from "lucide-react"
import type { Metadata } from "next"
import { MessagePage } from "@/components/shell/message-page"
import { ButtonLink } from "@/components/ui/button"
import { texts } from "@/lib/texts"

export const metadata: Metadata = { title: texts.shell.notFoundTitle }

export default function NotFound() {
  return (
    <main>
      <NotFoundMessage />
    </main>
  )
}

export function NotFoundMessage() {
  return (
    <MessagePage icon={Compass} title={texts.shell.notFoundTitle}>
      <p>{texts.shell.notFoundBody}</p>
      <ButtonLink href="/account/security">{texts.shell.home}</ButtonLink>
    </MessagePage>
  )
}
