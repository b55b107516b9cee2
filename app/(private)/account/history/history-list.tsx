import { textOf } from "@/app/text-of"
import { Time } from "@/components/time"
import { Card, CardBody, CardRow, CardRows } from "@/components/ui/card"
import { TextLink } from "@/components/ui/text-link"
import type { HistoryEvent } from "@/lib/db/lists/history"
import { withPlace } from "@/lib/places/near"
import { group, words } from "@/lib/texts/words"

interface HistoryListProps {
  readonly events: readonly HistoryEvent[]
}

export function HistoryList({ events }: HistoryListProps) {
  return (
    <Card>
      {events.length === 0 ? (
        <CardBody className="text-sm text-ink-soft">{words("history")("nothing")}</CardBody>
      ) : (
        <CardRows>
          {events.map((event) => (
            <EventRow key={event.id} event={event} />
          ))}
        </CardRows>
      )}
    </Card>
  )
}

function EventRow({ event }: { readonly event: HistoryEvent }) {
  const { id, action, by, device, address, at, hasReceipt } = event
  const text = textOf(group("audit", "actions"), action)
  const remarks =
    by === "administrator"
      ? [words("history")("byAdministrator")]
      : [device, address && withPlace(address)]

  return (
    <CardRow className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-0.5 py-3">
      <p className="min-w-0 text-sm">
        {hasReceipt ? (
          <TextLink href={`/account/history/${id}`}>{text}</TextLink>
        ) : (
          <span>{text}</span>
        )}
        <span className="ms-2 wrap-anywhere text-[0.8125rem] text-ink-faint tabular-nums">
          {remarks.filter((part) => part !== null).join(", ")}
        </span>
      </p>
      <p className="text-[0.8125rem] text-ink-soft">
        <Time at={at} />
      </p>
    </CardRow>
  )
}
