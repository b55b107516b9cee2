import { EndedLink } from "@/app/ended-link"
import { ActForm } from "@/components/acts/act-form"
import { EntryPage } from "@/components/shell/entry-page"
import { openedLink } from "@/lib/auth/opened-link"
import type { FormAction } from "@/lib/form-state"
import { texts } from "@/lib/texts"

interface EmailLinkPageProps {
  readonly purpose: "email_change" | "email_change_undo"
  readonly action: FormAction
}

/** Says what an opened link would do to the e-mail address of its account, and lets the person do it. */
export async function EmailLinkPage({ purpose, action }: EmailLinkPageProps) {
  const opened = await openedLink(purpose)
  if (!opened.ok) return <EndedLink ending={opened.failure} />
  const { token, owner } = opened.value
  const { confirmEmail, undoEmail } = texts.links
  const words = purpose === "email_change" ? confirmEmail : undoEmail

  return (
    <EntryPage title={words.title}>
      <div className="space-y-2 text-sm text-ink-soft text-pretty wrap-break-word">
        <p>{words.intro(owner.email, token.data?.email ?? "")}</p>
        <p>{words.effect}</p>
      </div>
      <ActForm action={action} label={words.submit} variant="primary" />
    </EntryPage>
  )
}
