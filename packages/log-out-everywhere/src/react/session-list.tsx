import { type ReactNode, useId, useState } from "react"
import { PlainAct, type SessionAct, type SessionActions, type SessionActProps } from "./acts.tsx"
import { groupsOf } from "./groups.ts"
import { keptFormat } from "./kept-format.ts"
import { namesOf } from "./names.ts"
import type { RowParts } from "./row-parts.ts"
import { SessionRow } from "./session-row.tsx"
import type { ShownSession } from "./shown-session.ts"
import { useClock } from "./use-clock.ts"
import { englishWords, filled, type SessionListWords } from "./words.ts"

interface Shown<Session extends ShownSession> {
  /** The live ones, in any order. */
  readonly sessions: readonly Session[]
  /** The session that looks: it stands first, and says so. */
  readonly currentId: string
  /** The clock of the server that rendered the page. */
  readonly now: Date
  /** How many others there are, if the list shows a page of them. */
  readonly others?: number
  /** What is left out is said in English. */
  readonly words?: Partial<SessionListWords>
  /** "en-GB" if it is left out. */
  readonly locale?: string
  /** How times are shown, if the app has a switch for that. Left out, the list has one at its head. */
  readonly isExact?: boolean
  readonly className?: string
  readonly renderIcon?: (session: Session) => ReactNode
}

/**
 * What the list is made of. It renders the acts as plain forms that go to `actions`; an app that has its own forms
 * renders them by `renderAct`, and names the acts that it offers.
 */
export type SessionListProps<Session extends ShownSession = ShownSession> = Shown<Session> &
  (
    | { readonly actions: SessionActions; readonly acts?: never; readonly renderAct?: never }
    | {
        readonly acts: readonly SessionAct[]
        readonly renderAct: (act: SessionActProps<Session>) => ReactNode
        readonly actions?: never
      }
  )

/**
 * Where a person is logged in: the session that looks first, then browser by browser, as each was used last.
 *
 * Each row has at most three stops of the Tab key. No stylesheet is needed: every part bears an attribute `data-loe`, and
 * `log-out-everywhere/react/style.css` is a small one for them.
 */
export function SessionList<Session extends ShownSession>(props: SessionListProps<Session>) {
  const { sessions, currentId, now, locale = "en-GB", className } = props
  const words = { ...englishWords, ...props.words }
  const clock = useClock(now, locale)
  const [isSwitched, setIsSwitched] = useState(false)
  const isExact = props.isExact ?? isSwitched
  const endId = useId()
  const names = namesOf(sessions, words, clock)
  const others = props.others ?? sessions.filter(({ id }) => id !== currentId).length
  const offers = (act: SessionAct) =>
    props.acts ? props.acts.includes(act) : props.actions[act] !== undefined
  const renderAct = (act: SessionActProps) => {
    const session = sessions.find(({ id }) => id === act.session?.id) ?? null
    if (props.renderAct) return props.renderAct({ ...act, session })
    const action = props.actions[act.act]
    return action && <PlainAct {...act} action={action} />
  }
  const parts: RowParts = { words, clock, isExact, renderAct, offers }
  const rows = (group: readonly Session[]) =>
    group.map((session) => (
      <SessionRow
        key={session.id}
        session={session}
        name={names.get(session.id) ?? { device: "", started: "" }}
        isCurrent={session.id === currentId}
        icon={props.renderIcon?.(session)}
        {...parts}
      />
    ))

  return (
    <div data-loe="sessions" className={className}>
      <div data-loe="head">
        {offers("logOutOthers") &&
          renderAct({
            act: "logOutOthers",
            session: null,
            fields: {},
            label: filled(words.logOutOthers, { count: format(others, locale) }),
            isDisabled: others === 0,
          })}
        {offers("logOutEverywhere") &&
          renderAct({
            act: "logOutEverywhere",
            session: null,
            fields: {},
            label: words.logOutEverywhere,
          })}
        {props.isExact === undefined && (
          <button
            type="button"
            data-loe="exact"
            aria-pressed={isExact}
            // Without scripts it does nothing, and is no stop.
            disabled={!clock.isInBrowser}
            onClick={() => setIsSwitched(!isExact)}
          >
            {words.exactTimes}
          </button>
        )}
        <a data-loe="skip" href={`#${endId}`}>
          {words.skip}
        </a>
      </div>
      <ul data-loe="list">
        {groupsOf(sessions, currentId).map((group) => (
          <Group key={group[0]?.id} group={group} words={words} locale={locale}>
            {rows(group)}
          </Group>
        ))}
      </ul>
      <span id={endId} tabIndex={-1} data-loe="end" />
    </div>
  )
}

interface GroupProps {
  readonly group: readonly ShownSession[]
  readonly words: SessionListWords
  readonly locale: string
  readonly children: ReactNode
}

/** The sessions of one browser under its name; one that is alone stands for itself. */
function Group({ group, words, locale, children }: GroupProps) {
  const titleId = useId()
  const [first] = group
  if (!first || group.length === 1) return children

  return (
    <li data-loe="browser">
      <p id={titleId} data-loe="browser-title">
        <bdi>{first.browserName || first.title || words.unknownDevice}</bdi>{" "}
        <span>{filled(words.sessions, { count: format(group.length, locale) })}</span>
      </p>
      <ul aria-labelledby={titleId} data-loe="list">
        {children}
      </ul>
    </li>
  )
}

const format = (count: number, locale: string) => numbers(locale).format(count)

const numbers = keptFormat((locale) => new Intl.NumberFormat(locale))
