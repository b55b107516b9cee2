import type { Metadata } from "next"
import { EndedLink } from "@/app/ended-link"
import { PlaceCredit } from "@/app/place-credit"
import { sessionView } from "@/app/session-view"
import { authentication } from "@/authentication"
import { Act } from "@/components/acts/act"
import { ActArea } from "@/components/acts/act-area"
import { SessionSummary } from "@/components/sessions/session-summary"
import { EntryPage } from "@/components/shell/entry-page"
import { linkFields } from "@/lib/auth/cookies/link-cookie"
import { openedLink } from "@/lib/auth/opened-link"
import { sessionsOf } from "@/lib/db/lists/session-list"
import { words } from "@/lib/texts/words"
import { reportAction } from "./actions"

export const generateMetadata = (): Metadata => ({ title: words("links")("report.title") })

/** "This wasn't me": says what will happen, and lets the person choose how much, where the policy leaves it to them. */
export default async function ReportPage() {
  const t = words("links")
  const opened = await openedLink("report")
  if (!opened.ok) return <EndedLink ending={opened.failure} askAgain="/forgot-password" />
  const { token, owner } = opened.value
  const { tokenId } = token.data ?? {}
  const reported = tokenId ? await sessionsOf(owner.id).find(tokenId) : null
  const link = await linkFields("report")
  const isAsking = authentication.triggers.reported.scope === "ask"

  return (
    <EntryPage rooms={["act", "sessionCard", "time"]} title={t("report.title")}>
      <p className="text-sm text-ink-soft">{reported ? t("report.intro") : t("report.unknown")}</p>
      {reported && <SessionSummary session={sessionView(reported)} />}
      <p className="text-sm text-ink-soft text-pretty">{t("report.effect")}</p>
      <ActArea action={reportAction} className="flex flex-col gap-2">
        <Act
          fields={{ ...link, scope: "everywhere" }}
          label={isAsking ? t("report.everywhere") : t("report.submit")}
          variant="primary"
        />
        {isAsking && <Act fields={{ ...link, scope: "one" }} label={t("report.one")} />}
      </ActArea>
      <PlaceCredit />
    </EntryPage>
  )
}
