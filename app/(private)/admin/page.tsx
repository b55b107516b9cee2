import type { Metadata } from "next"
import { Breakdown } from "@/app/(private)/admin/overview/breakdown"
import { LatestChanges } from "@/app/(private)/admin/overview/latest-changes"
import { Now } from "@/app/(private)/admin/overview/now"
import { OverTime } from "@/app/(private)/admin/overview/over-time"
import { SpanNav } from "@/app/(private)/admin/overview/span-nav"
import { parseSpan, spans } from "@/app/(private)/admin/overview/spans"
import { PersonalPage } from "@/app/personal-page"
import type { SearchProps } from "@/app/place"
import { PlaceCredit } from "@/app/place-credit"
import { ExactTime } from "@/components/time"
import { PageHeader } from "@/components/ui/page-header"
import { requireAdmin } from "@/lib/auth/viewer"
import { online } from "@/lib/db/incidents/online"
import { overviewOf } from "@/lib/db/incidents/overview"
import { words } from "@/lib/texts/words"

export const generateMetadata = (): Metadata => ({ title: words("overview")("title") })

/** What is going on, in numbers that were counted by the hour, and each a way to what it counts. */
export default async function AdminPage({ searchParams }: SearchProps) {
  const t = words("overview")
  await requireAdmin()
  const name = parseSpan(await searchParams)
  const overview = await overviewOf(spans[name])
  const now = await online()

  return (
    <PersonalPage width="wide">
      <PageHeader
        title={t("title")}
        description={
          overview ? t.rich("asOf", { time: () => <ExactTime at={overview.asOf} /> }) : t("notYet")
        }
        aside={<SpanNav current={name} />}
      />
      <Now online={now} overview={overview} />
      {overview && <OverTime overview={overview} span={spans[name]} />}
      {overview && <Breakdown overview={overview} />}
      <LatestChanges />
      <PlaceCredit />
    </PersonalPage>
  )
}
