import { Fragment } from "react"
import { textOf } from "@/app/text-of"
import { TextLink } from "@/components/ui/text-link"
import { describeDevice } from "@/lib/auth/device"
import { providerName } from "@/lib/auth/providers/providers"
import type { AuditEvent, NamedPerson } from "@/lib/db/lists/audit-directory"
import { shownEmail } from "@/lib/names/shown-email"
import { group, words } from "@/lib/texts/words"
import { auditHref } from "./search"

/** How many people a sentence names. */
const namedAtMost = 5

/** "Ada Lindqvist revoked Lars Bergström's session (Chrome on Linux)". What a later or an earlier version wrote stands for itself. */
export function EventSentence({ event }: { readonly event: AuditEvent }) {
  const t = words("audit")
  const { action, target, people, count } = event
  const key = keyOf(event)
  if (!key) {
    return (
      <>
        <Actor event={event} />
        <span>{`: ${action}`}</span>
      </>
    )
  }

  // All that any of them asks for.
  const told = valuesOf(event)
  const values = {
    ...told,
    title: () => <bdi>{told.device}</bdi>,
    count: count ?? 0,
    actor: () => <Actor event={event} />,
    target: () => target && <Person person={target} />,
    people: () => <People people={people} />,
  }
  return t.rich(key, values)
}

/** Any of them: which it is, the entry says. */
type Key = "sentencesOnOthers.revoke_session"

function keyOf({ action, actor, target }: AuditEvent): Key | undefined {
  const t = words("audit")
  const isOnAnother = target !== null && target.id !== actor?.id
  const keys = [isOnAnother && `sentencesOnOthers.${action}`, `sentences.${action}`]
  return keys.find((key): key is Key => key !== false && t.has(key as Key))
}

function valuesOf({ details, userAgent }: AuditEvent) {
  const { device, provider, purpose, role } = details
  const title = userAgent === null ? device : describeDevice(userAgent).title
  return {
    device: String(title ?? "none"),
    provider: provider ? providerName(String(provider)) : "none",
    purpose: textOf(group("audit", "values"), String(purpose ?? "session")),
    role: String(role ?? "user"),
  }
}

/** Where nobody was logged in, the details may say what acted. */
function Actor({ event: { actor, details } }: { readonly event: AuditEvent }) {
  const t = words("audit")
  if (actor) return <Person person={actor} />
  const by = details.by === "operator" || details.by === "program" ? details.by : "nobody"
  return <span>{t(by)}</span>
}

function People({ people }: { readonly people: readonly NamedPerson[] }) {
  const more = people.length - namedAtMost

  return (
    <>
      {people.slice(0, namedAtMost).map((person, index) => (
        <Fragment key={person.id}>
          {index > 0 && <span>, </span>}
          <Person person={person} />
        </Fragment>
      ))}
      {more > 0 && <span>{` ${words("audit")("more", { count: more })}`}</span>}
    </>
  )
}

/** By name while there is one; an account that is gone leads to what else it did. */
function Person({ person: { id, email, name } }: { readonly person: NamedPerson }) {
  if (email === null) {
    return <TextLink href={auditHref({ person: id })}>{words("audit")("gone")}</TextLink>
  }
  return (
    <TextLink href={`/admin/users/${id}`}>
      <bdi>{name ?? shownEmail(email)}</bdi>
    </TextLink>
  )
}
