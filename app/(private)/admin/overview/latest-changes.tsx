import { EventList } from "@/app/(private)/admin/audit/event-list"
import { auditPath, changeActions } from "@/app/(private)/admin/audit/search"
import { once } from "@/app/runs"
import { Section } from "@/components/ui/section"
import { TextLink } from "@/components/ui/text-link"
import { auditDirectory } from "@/lib/db/lists/audit-directory"
import { words } from "@/lib/texts/words"

const shown = 8

/** What was done of late, as the audit log tells it. */
export async function LatestChanges() {
  const t = words("overview")
  const { items } = await auditDirectory().page({
    action: null,
    actions: changeActions,
    personId: null,
    size: shown,
  })

  return (
    <Section
      title={t("latest")}
      aside={
        <TextLink href={auditPath} className="text-sm">
          {t("everyEntry")}
        </TextLink>
      }
    >
      <EventList runs={items.map(once)} />
    </Section>
  )
}
