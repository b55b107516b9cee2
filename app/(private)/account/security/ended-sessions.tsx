import type { SessionView } from "@/components/sessions/session-view"
import { Time } from "@/components/time"
import { Card, CardRow, CardRows } from "@/components/ui/card"
import { Disclosure } from "@/components/ui/disclosure"
import { Section } from "@/components/ui/section"
import { texts } from "@/lib/texts"

interface EndedSessionsProps {
  readonly sessions: readonly SessionView[]
  readonly now: Date
}

const shownAtFirst = 5

/** What ended lately, why, when, and by whom where that was somebody else. */
export function EndedSessions({ sessions, now }: EndedSessionsProps) {
  const ended = sessions.filter(({ end }) => end !== null).sort(byLatestEnd)
  if (ended.length === 0) return null
  const rest = ended.slice(shownAtFirst)

  return (
    <Section title={texts.security.ended} description={texts.security.endedHint}>
      <Card>
        <Rows sessions={ended.slice(0, shownAtFirst)} now={now} />
      </Card>
      {rest.length > 0 && (
        <Disclosure summary={texts.security.more(rest.length)}>
          <Card>
            <Rows sessions={rest} now={now} />
          </Card>
        </Disclosure>
      )}
    </Section>
  )
}

function Rows({ sessions, now }: EndedSessionsProps) {
  return (
    <CardRows>
      {sessions.map((session) => (
        <EndedRow key={session.id} session={session} now={now} />
      ))}
    </CardRows>
  )
}

function EndedRow({ session, now }: { readonly session: SessionView; readonly now: Date }) {
  const { device, address, end } = session
  if (!end) return null

  return (
    <CardRow className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-0.5 py-3">
      <p className="min-w-0 text-sm">
        {device.title}
        <span className="ml-2 wrap-anywhere text-[0.8125rem] text-ink-faint tabular-nums">
          {address ?? texts.session.unknownAddress}
        </span>
      </p>
      <p className="text-[0.8125rem] text-ink-soft">
        {end.reason}
        {end.by && ` (${texts.security.endedBy(end.by)})`}, <Time at={end.at} now={now} />
      </p>
    </CardRow>
  )
}

const byLatestEnd = (one: SessionView, other: SessionView) =>
  +(other.end?.at ?? 0) - +(one.end?.at ?? 0)
