import { TextLink } from "@/components/ui/text-link"
import { places } from "@/lib/places/places"

/** Says where the places on a page are from, as their licence asks. Nothing where there are none. */
export function PlaceCredit() {
  const { credit } = places()
  if (!credit) return null
  const { text, href } = credit

  return (
    <p className="text-xs text-ink-faint">
      {href ? <TextLink href={href}>{text}</TextLink> : text}
    </p>
  )
}
