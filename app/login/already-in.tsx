import { Notice } from "@/components/ui/notice"
import { TextLink } from "@/components/ui/text-link"
import { shownEmail } from "@/lib/names/shown-email"
import { words } from "@/lib/texts/words"

interface AlreadyInProps {
  readonly person: string
  readonly returnTo: string
}

export function AlreadyIn({ person, returnTo }: AlreadyInProps) {
  const t = words("login")

  return (
    <Notice>
      <p>
        <span>{t("alreadyIn", { person: shownEmail(person) })}</span>{" "}
        <TextLink href={returnTo}>{t("continue")}</TextLink>
      </p>
      <p className="mt-1 text-ink-soft">{t("orSomeoneElse")}</p>
    </Notice>
  )
}
