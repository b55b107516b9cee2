import { PersonLink } from "@/app/(private)/admin/person-link"
import { TextLink } from "@/components/ui/text-link"
import type { AuditEvent, NamedPerson } from "@/lib/db/lists/audit-directory"
import { words } from "@/lib/texts/words"
import { auditHref } from "./search"

interface EventProps {
  readonly event: AuditEvent
}

export function Actor({ event: { actor } }: EventProps) {
  return actor ? (
    <Person person={actor} />
  ) : (
    <span className="text-ink-soft">{words("audit")("nobody")}</span>
  )
}

export function Target({ event: { actor, target, details } }: EventProps) {
  const t = words("audit")
  if (target && target.id === actor?.id) return <span className="text-ink-soft">{t("self")}</span>
  if (target) return <Person person={target} />
  return "people" in details && <span className="text-ink-soft">{t("several")}</span>
}

/** By name while there is one; of an account that is gone only the id is left, and what else it did. */
function Person({ person: { id, email, name } }: { readonly person: NamedPerson }) {
  if (email === null) {
    return (
      <div className="min-w-0 wrap-break-word lg:max-w-60">
        <span className="text-ink-soft">{words("audit")("gone")}</span>
        <TextLink href={auditHref({ person: id })} className="block font-mono text-xs">
          {id}
        </TextLink>
      </div>
    )
  }

  return <PersonLink person={{ id, email, name }} />
}
