import { HistoryList } from "@/app/(private)/account/history/history-list"
import { Section } from "@/components/ui/section"
import { TextLink } from "@/components/ui/text-link"
import { historyOf } from "@/lib/db/history"
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
      description={texts.history.hint}
      aside={
        <TextLink href="/account/history" className="text-sm">
          {texts.history.more}
        </TextLink>
      }
    >
      <HistoryList events={items.slice(0, shown)} now={now} />
    </Section>
  )
}
