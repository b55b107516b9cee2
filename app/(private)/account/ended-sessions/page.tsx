import { MonitorX } from "lucide"
import type { Metadata } from "next"
import { EndedRows } from "@/app/(private)/account/security/ended-sessions"
import { PersonalPage } from "@/app/personal-page"
import { parsePlace, type SearchProps } from "@/app/place"
import { PlaceCredit } from "@/app/place-credit"
import { sessionView } from "@/app/session-view"
import { Card } from "@/components/ui/card"
import { EmptyState } from "@/components/ui/empty-state"
import { PageHeader } from "@/components/ui/page-header"
import { PlacePager } from "@/components/ui/place-pager"
import { requireViewer } from "@/lib/auth/viewer"
import { sessionsOf } from "@/lib/db/lists/session-list"
import { lengths } from "@/lib/texts/lengths"
import { words } from "@/lib/texts/words"

export const generateMetadata = (): Metadata => ({ title: words("security")("ended") })

export default async function EndedSessionsPage({ searchParams }: SearchProps) {
  const t = words("security")
  const { userId } = await requireViewer()
  const page = await sessionsOf(userId).ended({
    ...parsePlace(await searchParams),
    size: 25,
  })

  return (
    <PersonalPage>
      <PageHeader
        back={{ href: "/account/security", label: t("backToSecurity") }}
        title={t("ended")}
        description={t("endedHint", { kept: lengths.ended() })}
      />
      {page.items.length === 0 ? (
        <Card>
          <EmptyState icon={MonitorX} title={t("noneEnded", { kept: lengths.ended() })} />
        </Card>
      ) : (
        <EndedRows sessions={page.items.map(sessionView)} />
      )}
      <PlacePager path="/account/ended-sessions" page={page} />
      <PlaceCredit />
    </PersonalPage>
  )
}
