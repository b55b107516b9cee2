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
import { texts } from "@/lib/texts"
import { confirmEmailAction } from "./actions"

export const metadata: Metadata = { title: texts.links.confirmEmail.title }

export default async function ConfirmEmailPage() {
  const opened = await openedLink("email_change")
  if (!opened.ok) return <EndedLink ending={opened.failure} />
  const { token, owner } = opened.value
  const { title, intro, effects, undo, submit } = texts.links.confirmEmail
  const isOwn = (await getViewer())?.userId === owner.id

  return (
    <EntryPage title={title}>
      <div className="space-y-2 text-sm text-ink-soft text-pretty wrap-break-word">
        <p>{intro(shownEmail(owner.email), shownEmail(token.data?.email ?? ""))}</p>
        <p>{`${effects[reachOf(authentication.triggers.email_changed, isOwn)]} ${undo}`}</p>
      </div>
      <ActForm
        action={confirmEmailAction}
        fields={await linkFields("email_change")}
        label={submit}
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
