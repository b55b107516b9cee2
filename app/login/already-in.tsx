import { Notice } from "@/components/ui/notice"
import { TextLink } from "@/components/ui/text-link"
import { shownEmail } from "@/lib/names/shown-email"
import { texts } from "@/lib/texts"

interface AlreadyInProps {
  readonly person: string
  readonly returnTo: string
}

export function AlreadyIn({ person, returnTo }: AlreadyInProps) {
  return (
    <Notice>
      <p>
        <span>{texts.login.alreadyIn(shownEmail(person))}</span>{" "}
        <TextLink href={returnTo}>{texts.login.goOn}</TextLink>
      </p>
      <p className="mt-1 text-ink-soft">{texts.login.orSomeoneElse}</p>
    </Notice>
  )
}
