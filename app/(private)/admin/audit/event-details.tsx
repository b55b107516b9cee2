import { Disclosure } from "@/components/ui/disclosure"
import { Facts } from "@/components/ui/facts"
import type { AuditEvent } from "@/lib/db/lists/audit-directory"
import { texts } from "@/lib/texts"
import { listed } from "@/lib/texts/format"

const words = texts.audit

/** What else the entry says, folded away; nothing where it says no more. */
export function EventDetails({
  event: { action, scope, details },
}: {
  readonly event: AuditEvent
}) {
  const facts = Object.entries({ ...(scope && { scope }), ...details }).map(([term, value]) => ({
    term: words.terms[term] ?? term,
    value: listed([value].flat().map((each) => words.values[String(each)] ?? String(each))),
  }))
  if (facts.length === 0) return null

  return (
    <Disclosure
      summary={
        <>
          {words.details}
          <span className="sr-only">{`: ${action}`}</span>
        </>
      }
    >
      <Facts facts={facts} />
    </Disclosure>
  )
}
