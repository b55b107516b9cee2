import { Act } from "@/components/acts/act"
import { ActArea } from "@/components/acts/act-area"
import { Time } from "@/components/time"
import type { PendingEmailChange } from "@/lib/db/lists/pending-email-change"
import { shownEmail } from "@/lib/names/shown-email"
import { words } from "@/lib/texts/words"
import { cancelEmailChangeAction } from "./actions"

interface PendingChangeProps {
  readonly pending: PendingEmailChange | null
  readonly now: Date
}

/** It stays when nothing waits any more: it says how the cancelling went. */
export function PendingChange({ pending, now }: PendingChangeProps) {
  const t = words("email")
  return (
    <ActArea action={cancelEmailChangeAction} className={pending ? "" : "mb-0"}>
      {pending && (
        <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
          <p className="min-w-0 text-sm text-pretty wrap-anywhere">
            <span>{t("waiting", { email: shownEmail(pending.email) })}</span>{" "}
            <span className="text-ink-soft">
              {t("until")} <Time at={pending.expiresAt} now={now} />.
            </span>
          </p>
          <Act label={t("cancel")} size="sm" />
        </div>
      )}
    </ActArea>
  )
}
