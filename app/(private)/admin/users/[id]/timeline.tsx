import type { ReactNode } from "react"
import { EventSentence } from "@/app/(private)/admin/audit/event-sentence"
import { sessionView } from "@/app/session-view"
import { Swatch } from "@/components/charts/legend"
import { PlainTable } from "@/components/charts/plain-table"
import type { Tone } from "@/components/charts/tone"
import { ExactTime } from "@/components/time"
import { Address } from "@/components/ui/address"
import { Card, CardBody } from "@/components/ui/card"
import { Disclosure } from "@/components/ui/disclosure"
import { Section } from "@/components/ui/section"
import type { TimedSession, Timeline as TimelineData } from "@/lib/db/incidents/timeline"
import type { AuditEvent } from "@/lib/db/lists/audit-directory"
import { stepTime } from "@/lib/texts/format"
import { currentLanguage } from "@/lib/texts/language"
import { lengths } from "@/lib/texts/lengths"
import { words } from "@/lib/texts/words"
import { endTone, endTones, isFailure, TimelinePicture } from "./timeline-picture"

interface TimelineProps {
  readonly timeline: TimelineData
  /** Failures and changes in that time, the latest first. */
  readonly events: readonly AuditEvent[]
}

/** What a person's sessions were, side by side with what was tried and what was changed. */
export function Timeline({ timeline, events }: TimelineProps) {
  const t = words("timeline")
  const { from, until, sessions, hasMore } = timeline
  const moments = [from, new Date((+from + +until) / 2), until]
  const shown = new Set(sessions.map(endTone))
  const failures = events.filter(isFailure).length

  return (
    <Section title={t("title")} description={t("hint", { kept: lengths.ended() })}>
      <Card>
        <CardBody>
          <figure className="chart">
            <figcaption>
              <ul className="chart-legend">
                {(Object.keys(endTones) as Tone[])
                  .filter((tone) => shown.has(tone))
                  .map((tone) => (
                    <li key={tone}>
                      <Swatch tone={tone} />
                      <span>{t(`tones.${endTones[tone]}`)}</span>
                    </li>
                  ))}
                {failures > 0 && <Dot tone="danger">{t("failures")}</Dot>}
                {events.length > failures && <Dot tone="quiet">{t("changes")}</Dot>}
              </ul>
            </figcaption>
            <TimelinePicture
              timeline={timeline}
              events={events}
              name={t("picture", {
                sessions: sessions.length,
                failures,
                changes: events.length - failures,
              })}
            />
            <p className="chart-axis" aria-hidden="true">
              {moments.map((at) => (
                <span key={+at}>{stepTime(currentLanguage(), at, false)}</span>
              ))}
            </p>
            <Disclosure summary={<span>{words("chart")("table")}</span>}>
              <PlainTable
                caption={t("title")}
                columns={[t("what"), t("when")]}
                rows={happened(sessions, events).map(({ key, at, what }) => ({
                  key,
                  cells: [what, <ExactTime key="at" at={at} />],
                }))}
              />
            </Disclosure>
          </figure>
          {hasMore && <p className="text-[0.8125rem] text-ink-soft">{t("more")}</p>}
        </CardBody>
      </Card>
    </Section>
  )
}

function Dot({ tone, children }: { readonly tone: Tone; readonly children: string }) {
  return (
    <li>
      <svg className="chart-swatch" viewBox="0 0 10 10" aria-hidden="true">
        <circle cx="5" cy="5" r="4" data-tone={tone} />
      </svg>
      <span>{children}</span>
    </li>
  )
}

interface Happened {
  readonly key: string
  readonly at: Date
  readonly what: ReactNode
}

/** All of it in words, the latest first: the beginnings and ends of sessions, and the log's own sentences. */
function happened(
  sessions: readonly TimedSession[],
  events: readonly AuditEvent[],
): readonly Happened[] {
  return [
    ...sessions.flatMap((session) => [begun(session), ...ended(session)]),
    ...events.map((event) => ({
      key: event.id,
      at: event.at,
      what: (
        <>
          <EventSentence event={event} />
          {event.address && <From>{event.address}</From>}
        </>
      ),
    })),
  ].toSorted((one, other) => +other.at - +one.at)
}

function begun(session: TimedSession): Happened {
  const { id, device, method, startedAt, address } = sessionView(session)
  return {
    key: `${id} begun`,
    at: startedAt,
    what: (
      <>
        <span>{words("timeline")("began", { device: device.title, method })}</span>
        {address && <From>{address}</From>}
      </>
    ),
  }
}

function ended(session: TimedSession): readonly Happened[] {
  const { id, device, end } = sessionView(session)
  if (!end) return []
  const t = words("timeline")
  const { reason, by } = end
  const what = by
    ? t("endedBy", { device: device.title, reason, person: by })
    : t("ended", { device: device.title, reason })
  return [{ key: `${id} ended`, at: end.at, what }]
}

const From = ({ children }: { readonly children: string }) => (
  <span className="block text-ink-faint">
    <Address>{children}</Address>
  </span>
)
