"use client"

import { memo } from "react"
import { useLocale, useTranslations } from "use-intl/react"
import { useClock } from "@/components/clock"
import { DeviceIcon, type DeviceKind } from "@/components/device-icon"
import type { SessionView } from "@/components/sessions/session-view"
import { Time } from "@/components/time"
import { Address } from "@/components/ui/address"
import { Badge } from "@/components/ui/badge"
import { TextLink } from "@/components/ui/text-link"
import { exactTime } from "@/lib/texts/format"
import { deviceNames } from "./device-names"
import { RevokeSession } from "./revoke-session"
import { SelectSession } from "./selection"

// On the client, so that the page sends what a row is made of, and not what it is made into, a second time.

/** What a row says of a session. */
export interface SessionRow
  extends Pick<
    SessionView,
    "id" | "address" | "place" | "addressAndPlace" | "status" | "lastActiveAt" | "startedAt" | "end"
  > {
  readonly title: string
  readonly kind: DeviceKind
  readonly ownerId: string
  /** As it is shown. */
  readonly email: string
  readonly name: string | null
}

interface SessionRowsProps {
  readonly rows: readonly SessionRow[]
  /** The administrator's own. */
  readonly currentId: string
}

export function SessionRows({ rows, currentId }: SessionRowsProps) {
  const locale = useLocale()
  const { timeZone } = useClock()
  const devices = deviceNames(rows, (at) => exactTime(locale, at, timeZone))

  return rows.map((row) => (
    <Row
      key={row.id}
      row={row}
      isOwn={row.id === currentId}
      device={devices.get(row.id) ?? row.title}
    />
  ))
}

interface RowProps {
  readonly row: SessionRow
  readonly isOwn: boolean
  /** Its name where it must not be taken for another. */
  readonly device: string
}

/** Not rendered again by each tick of the clock: what shows a time asks for it. */
const Row = memo(function Row({ row, isOwn, device }: RowProps) {
  const t = useTranslations("sessionRow")
  const tRevoke = useTranslations("revokeSession")
  const { id, title, kind, address, place, ownerId, email, name } = row
  const canEnd = row.status === "active" && !isOwn

  return (
    <tr>
      <td>
        <div className="lead">
          {canEnd ? (
            <SelectSession id={id} label={t("select", { device, person: email })} />
          ) : (
            <span className="tick" />
          )}
          <DeviceIcon kind={kind} />
          <div>
            <p className="title">
              <bdi>{title}</bdi>
              {isOwn && <Badge tone="good">{t("own")}</Badge>}
            </p>
            <p className="sub">
              <Address>{address ?? t("unknownAddress")}</Address>
            </p>
            {place && <p className="sub">{place}</p>}
          </div>
        </div>
      </td>
      <td data-label={t("columns.person")}>
        <div className="person">
          <TextLink href={`/admin/users/${ownerId}`}>
            <bdi>{name ?? email}</bdi>
          </TextLink>
          {name && <p className="sub">{email}</p>}
        </div>
      </td>
      <td data-label={t("columns.status")}>
        <Status row={row} />
      </td>
      <td data-label={t("columns.active")} className="moment">
        <Time at={row.lastActiveAt} />
      </td>
      <td data-label={t("columns.started")} className="moment">
        <Time at={row.startedAt} />
      </td>
      <td data-aside>
        {canEnd && (
          <RevokeSession
            id={id}
            name={tRevoke("name", { device, person: email })}
            device={title}
            person={email}
            seen={row}
          />
        )}
      </td>
    </tr>
  )
})

const tones = { active: "good", idle: "plain", expired: "plain", revoked: "care" } as const

/** The status in a word; under it, once the session is over, when, and why and by whom if the word does not say it. */
function Status({ row: { status, end } }: Pick<RowProps, "row">) {
  const t = useTranslations("sessionRow")

  return (
    <div>
      <Badge tone={tones[status]}>{t(`statuses.${status}`)}</Badge>
      {end && (
        <p className="sub">
          {status === "revoked" && (
            <span>
              {end.by ? t("endedBy", { reason: end.reason, person: end.by }) : `${end.reason},`}
            </span>
          )}{" "}
          <Time at={end.at} />
        </p>
      )}
    </div>
  )
}
