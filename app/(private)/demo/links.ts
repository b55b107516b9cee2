import type { NavLink } from "@/components/shell/nav-links"
import { demo } from "@/lib/demo"
import { words } from "@/lib/texts/words"

export const demoPages = { tryIt: "/demo/try-it", mail: "/demo/mail" } as const

/** The demo's own pages; none elsewhere. */
export function demoLinks(): readonly NavLink[] {
  if (!demo()) return []
  return [
    { href: demoPages.tryIt, label: words("demo")("title") },
    { href: demoPages.mail, label: words("mailbox")("title") },
  ]
}
