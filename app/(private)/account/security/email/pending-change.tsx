import { Act } from "@/components/acts/act"
import { ActArea } from "@/components/acts/act-area"
import { Time } from "@/components/time"
import type { PendingEmailChange } from "@/lib/db/lists/pending-email-change"
import { shownEmail } from "@/lib/names/shown-email"
import { words } from "@/lib/texts/words"
import { cancelEmailChangeAction } from "./actions"
import { SendChangeAgain } from "./send-change-again"

interface PendingChangeProps {
  readonly pending: PendingEmailChange | null
  /** In how many seconds the throttle lets its mail go once more. */
  readonly nextInS: number
}

/** Where to look for the link that confirms. It stays when nothing waits any more: it says how the cancelling went. */
export function PendingChange({ pending, nextInS }: PendingChangeProps) {
  const [t, tInbox] = [words("email"), words("inbox")]

  return (
    <ActArea action={cancelEmailChangeAction} className={pending ? "" : "mb-0"}>
      {pending && (
        <section aria-labelledby="check-inbox" className="space-y-3 text-sm">
          <h2 id="check-inbox" className="text-base font-semibold">
            {tInbox("title")}
          </h2>
          <p className="text-pretty wrap-anywhere">
            <span>{t("waiting", { email: shownEmail(pending.email) })}</span>{" "}
            <span className="text-ink-soft">
              {t("until")} <Time at={pending.expiresAt} />.
            </span>
          </p>
          <p className="text-ink-soft text-pretty">{tInbox("help")}</p>
          <div className="flex flex-wrap items-center gap-3">
            <SendChangeAgain
              email={pending.email}
              nextInS={nextInS}
              since={pending.expiresAt.getTime()}
            />
            <Act label={t("cancel")} size="sm" withoutProof />
          </div>
        </section>
      )}
    </ActArea>
  )
}
