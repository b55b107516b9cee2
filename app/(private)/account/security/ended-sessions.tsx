import type { SessionView } from "@/components/sessions/session-view"
import { Time } from "@/components/time"
import { Address } from "@/components/ui/address"
import { Card, CardRow, CardRows } from "@/components/ui/card"
import { Section } from "@/components/ui/section"
import { TextLink } from "@/components/ui/text-link"
import { lengths } from "@/lib/texts/lengths"
import { words } from "@/lib/texts/words"

interface EndedRowsProps {
  readonly sessions: readonly SessionView[]
}

interface EndedSessionsProps extends EndedRowsProps {
  /** Where all of them are listed; null where these are all. */
  readonly every: string | null
}

/** As many as this stand among other things. */
export const shownEnded = 5

/** What ended lately, why, when, and by whom where that was somebody else. */
export function EndedSessions({ sessions, every }: EndedSessionsProps) {
  const t = words("security")
  if (sessions.length === 0) return null

  return (
    <Section
      title={t("ended")}
      description={t("endedHint", { kept: lengths.ended() })}
      aside={
        every && (
          <TextLink href={every} className="text-sm">
            {t("everyEnded")}
          </TextLink>
        )
      }
    >
      <EndedRows sessions={sessions} />
    </Section>
  )
}

export function EndedRows({ sessions }: EndedRowsProps) {
  return (
    <Card>
      <CardRows>
        {sessions.toSorted(byLatestEnd).map((session) => (
          <EndedRow key={session.id} session={session} />
        ))}
      </CardRows>
    </Card>
  )
}

function EndedRow({ session }: { readonly session: SessionView }) {
  const { device, address, place, end } = session
  if (!end) return null

  return (
    <CardRow className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-0.5 py-3">
      <p className="min-w-0 text-sm">
        <bdi>{device.title}</bdi>
        <span className="ms-2 wrap-anywhere text-[0.8125rem] text-ink-faint tabular-nums">
          <Address place={place}>{address ?? words("sessionCard")("unknownAddress")}</Address>
        </span>
      </p>
      <p className="text-[0.8125rem] text-ink-soft">
        <span>
          {end.by
            ? `${end.reason} (${words("security")("endedBy", { person: end.by })})`
            : end.reason}
        </span>
        , <Time at={end.at} />
      </p>
    </CardRow>
  )
}

const byLatestEnd = (one: SessionView, other: SessionView) =>
  +(other.end?.at ?? 0) - +(one.end?.at ?? 0)
