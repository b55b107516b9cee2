import { Fragment, type ReactNode } from "react"
import { Details } from "./details.tsx"
import type { RowName } from "./names.ts"
import type { RowParts } from "./row-parts.ts"
import type { ShownSession } from "./shown-session.ts"
import { dateOf, exactOf, relativeOf } from "./times.ts"
import { around, filled } from "./words.ts"

interface SessionRowProps extends RowParts {
  readonly session: ShownSession
  readonly name: RowName
  readonly isCurrent: boolean
  readonly icon: ReactNode
}

export function SessionRow({ session, name, isCurrent, icon, ...parts }: SessionRowProps) {
  const { words, renderAct, offers } = parts
  const { title, browserName, device, place } = session
  const isAsked = !isCurrent && session.isNew === true && offers("recognise") && offers("report")
  const act = (act: RowAct) => (
    <Fragment key={act}>
      {renderAct({
        act,
        session,
        fields: { tokenId: session.id },
        label: act === "logOutHere" ? words.logOut : words[act],
        name: filled(words[`${act}Name`], { ...name }),
      })}
    </Fragment>
  )
  const others: readonly RowAct[] = isAsked ? ["logOut", "recognise", "report"] : ["logOut"]
  const acts: readonly RowAct[] = isCurrent ? ["logOutHere"] : others

  return (
    <li data-loe="session" data-current={isCurrent || undefined}>
      {icon && <span data-loe="icon">{icon}</span>}
      <div data-loe="about">
        <p data-loe="title">
          {browserName && <bdi>{browserName}</bdi>} <bdi>{title ?? words.unknownDevice}</bdi>{" "}
          {isCurrent && <span data-loe="badge">{words.thisDevice}</span>}
          {isAsked && (
            <span data-loe="badge" data-new>
              {words.isNew}
            </span>
          )}
        </p>
        <p data-loe="facts">
          <bdi>{device.address ?? words.unknownAddress}</bdi>{" "}
          {place && [<span key="place">{place}</span>, " "]}
          {isCurrent ? (
            <span>{words.activeNow}</span>
          ) : (
            <Moment at={session.lastActiveAt} text={words.lastActive} {...parts} />
          )}{" "}
          <Moment at={session.issuedAt} text={words.started} isDate {...parts} />
        </p>
      </div>
      <div data-loe="acts">{acts.filter(offers).map(act)}</div>
      <Details session={session} name={name} isOpen={isAsked} {...parts} />
    </li>
  )
}

type RowAct = "logOut" | "logOutHere" | "recognise" | "report"

interface MomentProps extends RowParts {
  readonly at: Date
  /** With `{time}` in it. */
  readonly text: string
  readonly isDate?: boolean
}

function Moment({ at, text, isDate, isExact, clock, words }: MomentProps) {
  const [before, after] = around(text, "time")
  const shown = isDate ? dateOf(at, clock) : relativeOf(at, clock, words.justNow)
  return (
    <span>
      {before && <span>{before}</span>}
      <time dateTime={at.toISOString()}>{isExact ? exactOf(at, clock) : shown}</time>
      {after && <span>{after}</span>}
    </span>
  )
}
