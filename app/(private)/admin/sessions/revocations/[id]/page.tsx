import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { sessionsPath } from "@/app/(private)/admin/sessions/search"
import { PersonalPage } from "@/app/personal-page"
import type { IdProps } from "@/app/place"
import { PageHeader } from "@/components/ui/page-header"
import { requireAdmin } from "@/lib/auth/viewer"
import { viewSweep } from "@/lib/db/desk/sweep-view"
import { words } from "@/lib/texts/words"
import { ConfirmSweep } from "./confirm-sweep"
import { SweepFacts } from "./sweep-facts"
import { SweepProgress } from "./sweep-progress"
import { SweepSample } from "./sweep-sample"

export const generateMetadata = (): Metadata => ({ title: words("sweep")("title") })

/** What a filter found, frozen; once it is confirmed, how far it has come. */
export default async function SweepPage({ params }: IdProps) {
  const t = words("sweep")
  const { userId } = await requireAdmin()
  const view = await viewSweep((await params).id)
  if (!view) notFound()
  const { sweep } = view

  return (
    <PersonalPage>
      <PageHeader back={{ href: sessionsPath, label: t("back") }} title={t("title")} />
      <SweepProgress sweep={sweep} />
      <SweepFacts view={view} />
      {!sweep.confirmedAt && <SweepSample view={view} />}
      {!sweep.confirmedAt && sweep.byId === userId && <ConfirmSweep sweep={sweep} />}
    </PersonalPage>
  )
}
