import { Time } from "@/components/time"
import { Card, CardBody, CardRow, CardRows } from "@/components/ui/card"
import type { HistoryEvent } from "@/lib/db/history"
import { texts } from "@/lib/texts"

interface HistoryListProps {
  readonly events: readonly HistoryEvent[]
  readonly now: Date
}

const words = texts.history

export function HistoryList({ events, now }: HistoryListProps) {
  return (
    <Card>
      {events.length === 0 ? (
        <CardBody className="text-sm text-ink-soft">{words.nothing}</CardBody>
      ) : (
        <CardRows>
          {events.map((event) => (
            <EventRow key={event.id} event={event} now={now} />
          ))}
        </CardRows>
      )}
    </Card>
  )
}

function EventRow({ event, now }: { readonly event: HistoryEvent; readonly now: Date }) {
  const { action, by, device, address, at } = event
  const where = [device, address].filter((part) => part !== null)

  return (
    <CardRow className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-0.5 py-3">
      <p className="min-w-0 text-sm">
        {textOf(texts.audit.actions, action)}
        {by === "administrator" && ` ${words.byAdministrator}`}
        <span className="ml-2 wrap-anywhere text-[0.8125rem] text-ink-faint tabular-nums">
          {by === "administrator" ? null : where.join(", ")}
        </span>
      </p>
      <p className="text-[0.8125rem] text-ink-soft">
        <Time at={at} now={now} />
      </p>
    </CardRow>
  )
}

/** The log keeps what a later or an earlier version wrote; what has no words here stands for itself. */
const textOf = (catalogue: Readonly<Record<string, string>>, word: string) =>
  catalogue[word] ?? word
