import { HistoryList } from "@/app/(private)/account/history/history-list"
import { runsOf } from "@/app/runs"
import { Section } from "@/components/ui/section"
import { TextLink } from "@/components/ui/text-link"
import { type HistoryEvent, historyLength, historyOf } from "@/lib/db/lists/history"
import { texts } from "@/lib/texts"

interface HistoryProps {
  readonly userId: string
  readonly now: Date
}

const shown = 5

/** What happened lately, and the way to what happened before. */
export async function History({ userId, now }: HistoryProps) {
  const { items } = await historyOf(userId, {})

  return (
    <Section
      title={texts.history.title}
      description={texts.history.hint(historyLength)}
      aside={
        <TextLink href="/account/history" className="text-sm">
          {texts.history.more}
        </TextLink>
      }
    >
      <HistoryList runs={runsOf(items, isAlike).slice(0, shown)} now={now} />
    </Section>
  )
}

const isAlike = (one: HistoryEvent, other: HistoryEvent) =>
  one.action === other.action &&
  one.by === other.by &&
  one.device === other.device &&
  one.address === other.address
