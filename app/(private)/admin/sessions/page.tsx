import type { Metadata } from "next"
import { PersonalPage } from "@/app/personal-page"
import type { SearchProps } from "@/app/place"
import { PlaceCredit } from "@/app/place-credit"
import { LiveList } from "@/components/shell/live-list"
import { PageHeader } from "@/components/ui/page-header"
import { requireAdmin } from "@/lib/auth/viewer"
import { lengths } from "@/lib/texts/lengths"
import { words } from "@/lib/texts/words"
import { EveryoneOut } from "./everyone-out"
import { FoundSessions } from "./found-sessions"
import { parseSearch } from "./search"
import { SessionFilter } from "./session-filter"

export const generateMetadata = (): Metadata => ({ title: words("sessions")("title") })

export default async function SessionsPage({ searchParams }: SearchProps) {
  const t = words("sessions")
  const { session, now } = await requireAdmin()
  const search = parseSearch(await searchParams)

  return (
    <PersonalPage
      rooms={[
        "everyoneOutForm",
        "filterForm",
        "revokeSession",
        "selection",
        "sessionCard",
        "sessionRow",
      ]}
      width="wide"
    >
      <PageHeader title={t("title")} description={t("description", { kept: lengths.ended() })} />
      <SessionFilter search={search} />
      <FoundSessions search={search} currentId={session.id} now={now} />
      <EveryoneOut />
      <PlaceCredit />
      <LiveList of="everyone" />
    </PersonalPage>
  )
}
