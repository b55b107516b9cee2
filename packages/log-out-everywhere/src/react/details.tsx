import { Fragment } from "react"
import type { RowName } from "./names.ts"
import type { RowParts } from "./row-parts.ts"
import type { ShownSession } from "./shown-session.ts"
import { exactOf } from "./times.ts"
import { filled } from "./words.ts"

interface DetailsProps extends RowParts {
  readonly session: ShownSession
  readonly name: RowName
  /** Where a person is asked whether a session is theirs, they need no key to see what is known of it. */
  readonly isOpen: boolean
}

/** What else is known of a session, folded away. */
export function Details({ session, name, isOpen, ...parts }: DetailsProps) {
  const { words, clock, renderAct, offers } = parts
  const { id, browserId, browserName, device, method, isRemembered } = session
  const { idleAt, expiresAt } = session
  const names = { ...name }
  const terms: readonly (readonly [term: string, value: Date | string | undefined])[] = [
    [words.startedAt, session.issuedAt],
    [words.lastActiveAt, session.lastActiveAt],
    [words.idleAt, idleAt && expiresAt && idleAt > expiresAt ? expiresAt : idleAt],
    [words.expiresAt, expiresAt],
    [words.method, method],
    [words.remembered, isRemembered === undefined ? undefined : words[isRemembered ? "yes" : "no"]],
    [words.userAgent, device.userAgent ?? words.unknown],
  ]
  const facts = (
    <dl>
      {terms.map(
        ([term, value]) =>
          value !== undefined && (
            <Fragment key={term}>
              <dt>{term}</dt>
              <dd>
                {value instanceof Date ? (
                  <time dateTime={value.toISOString()}>{exactOf(value, clock)}</time>
                ) : (
                  value
                )}
              </dd>
            </Fragment>
          ),
      )}
    </dl>
  )
  if (isOpen) return <div data-loe="details">{facts}</div>

  return (
    <details data-loe="details">
      <summary aria-label={filled(words.detailsName, names)}>{words.details}</summary>
      {facts}
      {browserId &&
        offers("rename") &&
        renderAct({
          act: "rename",
          session,
          fields: { tokenId: id, browserId },
          label: words.rename,
          name: filled(words.renameName, names),
          children: (
            <label>
              <span>{words.browserName}</span>
              <input
                name="name"
                defaultValue={browserName ?? ""}
                maxLength={maxNameLength}
                autoComplete="off"
              />
            </label>
          ),
        })}
    </details>
  )
}

/** What a row has room for. */
const maxNameLength = 60
