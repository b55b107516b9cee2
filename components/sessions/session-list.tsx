"use client"

import "log-out-everywhere/react/style.css"
import {
  type SessionListWords,
  SessionList as SessionRows,
  type ShownSession,
} from "log-out-everywhere/react"
import type { ComponentProps } from "react"
import { useLocale, useMessages, useTranslations } from "use-intl/react"
import { useClock } from "@/components/clock"
import { DeviceIcon, type DeviceKind } from "@/components/device-icon"
import type { Messages } from "@/lib/texts/translation"

// On the client, so that the page sends what a row is made of, and not what it is made into, a second time.

/** A session with what its icon shows. */
export interface ListedSession extends ShownSession {
  readonly title: string
  readonly kind: DeviceKind
  /** In one line of text, if its place is known. */
  readonly addressAndPlace?: string
}

/** What `WhichSession` tells of it. */
export const seenOf = ({ addressAndPlace, device, lastActiveAt }: ListedSession) => ({
  addressAndPlace: addressAndPlace ?? device.address,
  lastActiveAt,
})

type OfAddOn = ComponentProps<typeof SessionRows<ListedSession>>

interface SessionListProps extends Pick<OfAddOn, "sessions" | "currentId"> {
  readonly acts: NonNullable<OfAddOn["acts"]>
  readonly renderAct: NonNullable<OfAddOn["renderAct"]>
  /** What is said in other words than elsewhere. */
  readonly words?: Partial<SessionListWords>
}

/** The add-on's list of sessions, in this app's words and colours. */
export function SessionList({ words, ...list }: SessionListProps) {
  const { now, isExact } = useClock()

  return (
    <SessionRows
      {...list}
      now={now}
      isExact={isExact}
      words={{ ...useWords(), ...words }}
      locale={useLocale()}
      renderIcon={({ kind }) => <DeviceIcon kind={kind} />}
      className={look}
    />
  )
}

/** The messages with what the add-on puts into them left open. */
function useWords(): Omit<SessionListWords, NotSaid> {
  const t = useTranslations("sessionList")
  const room: Messages["sessionList"] = useMessages().sessionList
  const keys = Object.keys(room) as (keyof typeof room)[]
  const said = keys.map((key) => [key, t(key, braces)] as const)
  return Object.fromEntries(said) as Record<keyof typeof room, string>
}

/** Of what this list does not offer. Exact times are chosen for every page. */
type NotSaid =
  | "exactTimes"
  | "logOutOthers"
  | "logOutEverywhere"
  | "browserName"
  | "rename"
  | "renameName"

const braces = {
  device: "{device}",
  started: "{started}",
  time: "{time}",
  count: "{count}",
}

const look = [
  "text-sm",
  "[--loe-soft:var(--color-ink-soft)] [--loe-line:var(--color-line)] [--loe-surface:var(--color-surface)]",
  "[--loe-danger:var(--color-danger)] [--loe-good:var(--color-good)] [--loe-new:var(--color-note)]",
  "[--loe-shadow:var(--shadow-card)]",
].join(" ")
