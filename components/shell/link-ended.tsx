import { Unlink } from "lucide-react"
import { MessagePage } from "@/components/shell/message-page"
import { ButtonLink } from "@/components/ui/button"

interface LinkEndedProps {
  readonly title: string
  readonly reason: string
  readonly next: { readonly href: string; readonly label: string }
}

/** What a mailed link leads to once it does nothing any more. */
export function LinkEnded({ title, reason, next }: LinkEndedProps) {
  return (
    <main>
      <MessagePage icon={Unlink} title={title}>
        <p>{reason}</p>
        <ButtonLink href={next.href}>{next.label}</ButtonLink>
      </MessagePage>
    </main>
  )
}
