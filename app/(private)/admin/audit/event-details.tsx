import { textOf } from "@/app/text-of"
import { Disclosure } from "@/components/ui/disclosure"
import { Facts } from "@/components/ui/facts"
import type { AuditEvent } from "@/lib/db/lists/audit-directory"
import { listed } from "@/lib/texts/format"
import { currentLanguage } from "@/lib/texts/language"
import { group, words } from "@/lib/texts/words"

/** What the sentence says, and ids, which say nothing to anyone. */
const untold = ["by", "device", "people", "provider", "purpose", "role", "sessions", "token"]

/** What else the entry says, folded away; nothing where it says no more. */
export function EventDetails({ event }: { readonly event: AuditEvent }) {
  const t = words("audit")
  const [terms, values] = [group("audit", "terms"), group("audit", "values")]
  const facts = Object.entries(event.details)
    .filter(([term]) => !untold.includes(term))
    .map(([term, value]) => ({
      term: textOf(terms, term),
      value: listed(
        currentLanguage(),
        [value].flat().map((each) => textOf(values, String(each))),
      ),
    }))
  if (facts.length === 0) return null

  return (
    <Disclosure
      summary={
        <>
          {t("details")}
          <span className="sr-only">{`: ${textOf(group("audit", "actions"), event.action)}`}</span>
        </>
      }
    >
      <Facts facts={facts} />
    </Disclosure>
  )
}
