import { TextLink } from "@/components/ui/text-link"
import { demo } from "@/lib/demo"
import { words } from "@/lib/texts/words"
import { demoPages } from "./links"

/** Where an email is promised: the way to it, in the demo. Nothing elsewhere. */
export function DemoInbox() {
  if (!demo()) return null
  const t = words("demo")

  return (
    <p className="text-sm text-ink-soft">
      <span>{t("inbox")}</span> <TextLink href={demoPages.mail}>{t("openInbox")}</TextLink>
    </p>
  )
}
