import { groupOf, groupTones, type ReasonGroup } from "@/app/(private)/admin/overview/reason-groups"
import type { Tone } from "@/components/charts/tone"
import { describeDevice } from "@/lib/auth/device"
import type { TimedSession, Timeline } from "@/lib/db/incidents/timeline"
import type { AuditEvent } from "@/lib/db/lists/audit-directory"
import { stepTime } from "@/lib/texts/format"
import { currentLanguage } from "@/lib/texts/language"

/** What each colour of a session says of its end. */
export const endTones: Readonly<Record<Tone, ReasonGroup | "active">> = {
  good: "active",
  main: "person",
  quiet: "time",
  care: "change",
  danger: "administrator",
}

export function endTone({ status, voidedAt, token: { revocation } }: TimedSession): Tone {
  if (status === "active") return "good"
  if (status !== "revoked") return "quiet"
  return voidedAt ? "danger" : groupTones[groupOf(revocation?.reason ?? "log_out")]
}

export const isFailure = ({ action }: AuditEvent) => action.startsWith("log_in_")

interface TimelinePictureProps {
  readonly timeline: Timeline
  readonly events: readonly AuditEvent[]
  readonly name: string
}

/** One row for what was tried and changed, then one for each session; a day is as wide as 1. */
const dotRows = 2
const barHeight = 0.6
/** In pixels; the width is that of the room. */
const rowHeight = 12
/** What lasted for a minute can be seen. */
const leastWidth = 0.4
const dayMs = 24 * 60 * 60_000

/** Sessions as bars over time, above them failures and changes as dots. */
export function TimelinePicture({ timeline, events, name }: TimelinePictureProps) {
  const { from, until, sessions } = timeline
  const days = (+until - +from) / dayMs
  const xOf = (at: Date) => Math.max(0, Math.min((+at - +from) / dayMs, days))
  const rows = dotRows + sessions.length
  const dots = (ofFailures: boolean) =>
    events
      .filter((event) => isFailure(event) === ofFailures)
      .map(({ at }) => `M${round(xOf(at))} ${ofFailures ? 0.5 : 1.5}h0`)
      .join("")

  return (
    <svg
      role="img"
      aria-label={name}
      height={Math.max(rows, 4) * rowHeight}
      viewBox={`0 0 ${round(days)} ${rows}`}
      preserveAspectRatio="none"
    >
      <path
        className="chart-grid"
        d={[0, 0.5, 1].map((part) => `M${round(part * days)} 0v${rows}`).join("")}
      />
      <path className="chart-dots" d={dots(true)} data-tone="danger" />
      <path className="chart-dots" d={dots(false)} data-tone="quiet" />
      {sessions.map((session, row) => {
        const [start, end] = [xOf(session.token.issuedAt), xOf(endOf(session, until))]
        const width = Math.max(end - start, leastWidth)
        return (
          <rect
            key={session.token.id}
            x={round(Math.min(start, days - width))}
            y={round(dotRows + row + (1 - barHeight) / 2)}
            width={round(width)}
            height={barHeight}
            data-tone={endTone(session)}
          >
            <title>{titleOf(session, until)}</title>
          </rect>
        )
      })}
    </svg>
  )
}

const endOf = ({ status, endsAt }: TimedSession, until: Date) =>
  status === "active" ? until : endsAt

function titleOf(session: TimedSession, until: Date): string {
  const { token } = session
  const span = [token.issuedAt, endOf(session, until)].map((at) =>
    stepTime(currentLanguage(), at, true),
  )
  return `${describeDevice(token.device.userAgent).title}: ${span.join(" – ")}`
}

const round = (value: number) => Math.round(value * 100) / 100
