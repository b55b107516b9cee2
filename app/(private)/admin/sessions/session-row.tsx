import { PersonLink } from "@/app/(private)/admin/person-link"
import { Act } from "@/components/acts/act"
import { DeviceIcon } from "@/components/device-icon"
import type { SessionView } from "@/components/sessions/session-view"
import { whichSession } from "@/components/sessions/which-session"
import { Time } from "@/components/time"
import { Address } from "@/components/ui/address"
import { Badge } from "@/components/ui/badge"
import { currentLanguage } from "@/lib/texts/language"
import { words } from "@/lib/texts/words"
import { SelectSession } from "./selection"
import { SessionStatus } from "./session-status"

export interface OwnedSession extends SessionView {
  readonly owner: { readonly id: string; readonly email: string; readonly name: string | null }
}

interface SessionRowProps {
  readonly session: OwnedSession
  readonly isOwn: boolean
  readonly now: Date
}

export function SessionRow({ session, isOwn, now }: SessionRowProps) {
  const t = words("sessions")
  const { id, owner, status, device, address, place } = session
  const canEnd = status === "active" && !isOwn

  return (
    <tr>
      <td>
        <div className="flex min-w-0 items-center gap-3">
          {canEnd ? (
            <SelectSession
              id={id}
              label={t("select", { device: device.title, person: owner.email })}
            />
          ) : (
            <span className="size-4 shrink-0 pointer-coarse:size-5" />
          )}
          <DeviceIcon kind={device.kind} />
          <div className="min-w-0">
            <p className="flex flex-wrap items-center gap-x-2 gap-y-1 font-medium">
              <bdi>{device.title}</bdi>
              {isOwn && <Badge tone="good">{t("own")}</Badge>}
            </p>
            <p className="text-[0.8125rem] text-ink-soft">
              <Address>{address ?? words("sessionCard")("unknownAddress")}</Address>
            </p>
            {place && <p className="text-[0.8125rem] text-ink-soft">{place}</p>}
          </div>
        </div>
      </td>
      <td data-label={t("columns.person")}>
        <PersonLink person={owner} />
      </td>
      <td data-label={t("columns.status")}>
        <SessionStatus session={session} />
      </td>
      <td data-label={t("columns.active")} className="whitespace-nowrap text-ink-soft">
        {isOwn ? words("time")("justNow") : <Time at={session.lastActiveAt} />}
      </td>
      <td data-label={t("columns.started")} className="whitespace-nowrap text-ink-soft">
        <Time at={session.startedAt} />
      </td>
      <td data-aside>{canEnd && <Revoke session={session} now={now} />}</td>
    </tr>
  )
}

function Revoke({ session, now }: Pick<SessionRowProps, "session" | "now">) {
  const t = words("revokeSession")
  const speech = { t: words("sessionCard"), locale: currentLanguage() }
  const { id, device, owner } = session

  return (
    <Act
      label={t("revoke")}
      name={t("name", { device: device.title, person: owner.email })}
      fields={{ token: id }}
      variant="danger-quiet"
      size="sm"
      confirm={{
        title: t("title", { device: device.title, person: owner.email }),
        body: `${whichSession(speech, session, now)} ${t("body")}`,
        label: t("revoke"),
      }}
    />
  )
}
