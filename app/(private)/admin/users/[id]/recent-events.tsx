import { EventList } from "@/app/(private)/admin/audit/event-list"
import { auditHref } from "@/app/(private)/admin/audit/search"
import { runsOf } from "@/app/runs"
import { Section } from "@/components/ui/section"
import { TextLink } from "@/components/ui/text-link"
import { type AuditEvent, auditDirectory } from "@/lib/db/lists/audit-directory"
import { words } from "@/lib/texts/words"

interface RecentEventsProps {
  readonly userId: string
}

const shown = 10

/** What the person did of late, and what was done to them. */
export async function RecentEvents({ userId }: RecentEventsProps) {
  const t = words("user")
  const { items } = await auditDirectory().page({ action: null, personId: userId })

  return (
    <Section
      title={t("events")}
      aside={
        <TextLink href={auditHref({ person: userId })} className="text-sm">
          {t("everyEvent")}
        </TextLink>
      }
    >
      <EventList runs={runsOf(items, isAlike).slice(0, shown)} />
    </Section>
  )
}

/** Attempts in a row. What ended something, or says more, stands for itself. */
const isAlike = (one: AuditEvent, other: AuditEvent) =>
  one.action === other.action &&
  one.actor?.id === other.actor?.id &&
  one.target?.id === other.target?.id &&
  one.address === other.address &&
  one.count === null &&
  other.count === null &&
  JSON.stringify(one.details) === JSON.stringify(other.details)
