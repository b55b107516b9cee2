import { Compass } from "lucide"
import { ButtonLink } from "@/components/ui/button"
import { words } from "@/lib/texts/words"
import { Message } from "./message"

interface NotFoundMessageProps {
  /** Whether the administrators' pages are where the person was. */
  readonly isAdmin?: boolean
}

export function NotFoundMessage({ isAdmin = false }: NotFoundMessageProps) {
  const t = words("shell")

  return (
    <Message icon={Compass} title={t("notFoundTitle")}>
      <p>{t("notFoundBody")}</p>
      {isAdmin ? (
        <ButtonLink href="/admin/sessions">{t("adminHome")}</ButtonLink>
      ) : (
        <ButtonLink href="/account/security">{t("home")}</ButtonLink>
      )}
    </Message>
  )
}
