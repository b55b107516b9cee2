import { EventTable } from "@/app/(private)/admin/audit/event-table"
import { auditHref } from "@/app/(private)/admin/audit/search"
import { Section } from "@/components/ui/section"
import { TextLink } from "@/components/ui/text-link"
import { auditDirectory } from "@/lib/db/audit-directory"
import { texts } from "@/lib/texts"

interface RecentEventsProps {
  readonly userId: string
  readonly now: Date
}

const shown = 10

/** What the person did of late, and what was done to them. */
export async function RecentEvents({ userId, now }: RecentEventsProps) {
  const { items } = await auditDirectory().page({ action: null, personId: userId })

  return (
    <Section
      title={texts.admin.user.events}
      aside={
        <TextLink href={auditHref({ person: userId })} className="text-sm">
          {texts.admin.user.everyEvent}
        </TextLink>
      }
    >
      <EventTable events={items.slice(0, shown)} now={now} />
    </Section>
  )
}
