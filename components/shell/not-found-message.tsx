import { Compass } from "lucide-react"
import { ButtonLink } from "@/components/ui/button"
import { texts } from "@/lib/texts"
import { Message } from "./message"

interface NotFoundMessageProps {
  /** Whether the administrators' pages are where the person was. */
  readonly isAdmin?: boolean
}

export function NotFoundMessage({ isAdmin = false }: NotFoundMessageProps) {
  const { notFoundTitle, notFoundBody, home, adminHome } = texts.shell

  return (
    <Message icon={Compass} title={notFoundTitle}>
      <p>{notFoundBody}</p>
      {isAdmin ? (
        <ButtonLink href="/admin/sessions">{adminHome}</ButtonLink>
      ) : (
        <ButtonLink href="/account/security">{home}</ButtonLink>
      )}
    </Message>
  )
}
