import type { Metadata } from "next"
import { EndedLink } from "@/app/ended-link"
import { ActForm } from "@/components/acts/act-form"
import { EntryPage } from "@/components/shell/entry-page"
import { linkFields } from "@/lib/auth/cookies/link-cookie"
import { openedLink } from "@/lib/auth/opened-link"
import { shownEmail } from "@/lib/names/shown-email"
import { texts } from "@/lib/texts"
import { undoEmailChangeAction } from "./actions"

export const metadata: Metadata = { title: texts.links.undoEmail.title }

export default async function UndoEmailChangePage() {
  const opened = await openedLink("email_change_undo")
  if (!opened.ok) return <EndedLink ending={opened.failure} />
  const { token, owner } = opened.value
  const { title, intro, effect, submit } = texts.links.undoEmail

  return (
    <EntryPage title={title}>
      <div className="space-y-2 text-sm text-ink-soft text-pretty wrap-break-word">
        <p>{intro(shownEmail(owner.email), shownEmail(token.data?.email ?? ""))}</p>
        <p>{effect}</p>
      </div>
      <ActForm
        action={undoEmailChangeAction}
        fields={await linkFields("email_change_undo")}
        label={submit}
        variant="primary"
      />
    </EntryPage>
  )
}
