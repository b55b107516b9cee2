import type { ReactNode } from "react"
import type { ShownSession } from "./shown-session.ts"

/**
 * What can be done in the list. All but `logOutOthers` and `logOutEverywhere` are done to one session: `recognise`
 * says that a new browser is the owner's, `report` that it is not, and `rename` gives it a name.
 */
export type SessionAct =
  | "logOut"
  | "logOutHere"
  | "logOutOthers"
  | "logOutEverywhere"
  | "recognise"
  | "report"
  | "rename"

/**
 * An act as one form: what `renderAct` is given. Its fields are `tokenId`, of `rename` also `browserId` and what
 * the person types, `name`.
 */
export interface SessionActProps<Session extends ShownSession = ShownSession> {
  readonly act: SessionAct
  /** The session that it is done to; null for the acts at the list's head. */
  readonly session: Session | null
  /** The button's words. */
  readonly label: string
  /** The button's full name, where its words alone do not tell it from its neighbours. */
  readonly name?: string
  readonly fields: Readonly<Record<string, string>>
  readonly isDisabled?: boolean
  /** Fields that show. */
  readonly children?: ReactNode
}

/** Where the form of each act goes: a server action, or an address. What is left out is not offered. */
export type SessionActions = {
  readonly [Act in SessionAct]?: string | ((form: FormData) => void | Promise<void>)
}

/** The act as a plain form, which works without JavaScript. */
export function PlainAct({
  act,
  label,
  name,
  fields,
  isDisabled,
  children,
  action,
}: SessionActProps & { readonly action: NonNullable<SessionActions[SessionAct]> }) {
  return (
    <form
      action={action}
      data-loe-act={act}
      {...(typeof action === "string" && { method: "post" })}
    >
      {Object.entries(fields).map(([field, value]) => (
        <input key={field} type="hidden" name={field} value={value} />
      ))}
      {children}
      <button type="submit" aria-label={name} disabled={isDisabled}>
        {label}
      </button>
    </form>
  )
}
