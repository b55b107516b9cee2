import { words } from "@/lib/texts/words"
import { AccountAct } from "./account-act"
import { inviteAgainAction, startPasswordResetAction } from "./actions"

interface WayInActProps {
  readonly userId: string
  readonly person: string
  /** Whether there is any way to log in yet; else the person was invited, and has not come. */
  readonly hasWayIn: boolean
}

/** Mails the person a link to choose a password themselves. */
export function WayInAct({ userId, person, hasWayIn }: WayInActProps) {
  const t = words("user")
  return hasWayIn ? (
    <AccountAct
      title={t("passwordTitle")}
      hint={t("resetHint", { person })}
      action={startPasswordResetAction}
      label={t("reset")}
      fields={{ user: userId }}
    />
  ) : (
    <AccountAct
      title={t("passwordTitle")}
      hint={t("inviteAgainHint", { person })}
      action={inviteAgainAction}
      label={t("inviteAgain")}
      fields={{ user: userId }}
    />
  )
}
