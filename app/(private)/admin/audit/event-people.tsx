import { TextLink } from "@/components/ui/text-link"
import type { AuditEvent, NamedPerson } from "@/lib/db/audit-directory"
import { texts } from "@/lib/texts"
import { auditHref } from "./search"

const words = texts.audit

interface EventProps {
  readonly event: AuditEvent
}

export function Actor({ event: { actor } }: EventProps) {
  return actor ? <Person person={actor} /> : <span className="text-ink-soft">{words.nobody}</span>
}

export function Target({ event: { actor, target, details } }: EventProps) {
  if (target && target.id === actor?.id) return <span className="text-ink-soft">{words.self}</span>
  if (target) return <Person person={target} />
  return "people" in details && <span className="text-ink-soft">{words.several}</span>
}

/** By name while there is one; of an account that is gone only the id is left, and what else it did. */
function Person({ person: { id, email, name } }: { readonly person: NamedPerson }) {
  if (email === null) {
    return (
      <div className="min-w-0">
        <span className="text-ink-soft">{words.gone}</span>
        <TextLink
          href={auditHref({ person: id })}
          className="block font-mono text-xs wrap-anywhere"
        >
          {id}
        </TextLink>
      </div>
    )
  }

  return (
    <div className="min-w-0">
      <TextLink href={`/admin/users/${id}`} className="wrap-anywhere">
        {name ?? email}
      </TextLink>
      {name && <p className="text-[0.8125rem] wrap-anywhere text-ink-soft">{email}</p>}
    </div>
  )
}
