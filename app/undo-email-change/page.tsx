import type { Metadata } from "next"
import { EndedLink } from "@/app/ended-link"
import { ActForm } from "@/components/acts/act-form"
import { EntryPage } from "@/components/shell/entry-page"
import { linkFields } from "@/lib/auth/cookies/link-cookie"
import { openedLink } from "@/lib/auth/opened-link"
import { shownEmail } from "@/lib/names/shown-email"
import { words } from "@/lib/texts/words"
import { undoEmailChangeAction } from "./actions"

export const generateMetadata = (): Metadata => ({ title: words("links")("undoEmail.title") })

export default async function UndoEmailChangePage() {
  const t = words("links")
  const opened = await openedLink("email_change_undo")
  if (!opened.ok) return <EndedLink ending={opened.failure} />
  const { token, owner } = opened.value

  return (
    <EntryPage rooms={["act"]} title={t("undoEmail.title")}>
      <div className="space-y-2 text-sm text-ink-soft text-pretty wrap-break-word">
        <p>
          {t("undoEmail.intro", {
            from: shownEmail(owner.email),
            to: shownEmail(token.data?.email ?? ""),
          })}
        </p>
        <p>{t("undoEmail.effect")}</p>
      </div>
      <ActForm
        action={undoEmailChangeAction}
        fields={await linkFields("email_change_undo")}
        label={t("undoEmail.submit")}
        variant="primary"
      />
    </EntryPage>
  )
}
