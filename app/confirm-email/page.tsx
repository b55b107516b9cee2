import type { TriggerRule } from "log-out-everywhere"
import type { Metadata } from "next"
import { EndedLink } from "@/app/ended-link"
import { authentication } from "@/authentication"
import { ActForm } from "@/components/acts/act-form"
import { EntryPage } from "@/components/shell/entry-page"
import { linkFields } from "@/lib/auth/cookies/link-cookie"
import { openedLink } from "@/lib/auth/opened-link"
import { getViewer } from "@/lib/auth/viewer"
import { shownEmail } from "@/lib/names/shown-email"
import { words } from "@/lib/texts/words"
import { confirmEmailAction } from "./actions"

export const generateMetadata = (): Metadata => ({ title: words("links")("confirmEmail.title") })

export default async function ConfirmEmailPage() {
  const t = words("links")
  const opened = await openedLink("email_change")
  if (!opened.ok) return <EndedLink ending={opened.failure} />
  const { token, owner } = opened.value
  const isOwn = (await getViewer())?.userId === owner.id

  return (
    <EntryPage rooms={["act"]} title={t("confirmEmail.title")}>
      <div className="space-y-2 text-sm text-ink-soft text-pretty wrap-break-word">
        <p>
          {t("confirmEmail.intro", {
            from: shownEmail(owner.email),
            to: shownEmail(token.data?.email ?? ""),
          })}
        </p>
        <p>{`${t(`confirmEmail.effects.${reachOf(authentication.triggers.email_changed, isOwn)}`)} ${t("confirmEmail.undo")}`}</p>
      </div>
      <ActForm
        action={confirmEmailAction}
        fields={await linkFields("email_change")}
        label={t("confirmEmail.submit")}
        variant="primary"
      />
    </EntryPage>
  )
}

/** Where the person confirms in a browser that is not logged in, no device is this one. */
function reachOf({ scope, purposes }: TriggerRule, isOwn: boolean) {
  if (scope === "none" || !purposes.includes("session")) return "none"
  return isOwn && scope !== "everywhere" ? "others" : "everywhere"
}
