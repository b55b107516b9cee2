import { texts } from "@/lib/texts"
import { AccountAct } from "./account-act"
import { inviteAgainAction, startPasswordResetAction } from "./actions"

interface WayInActProps {
  readonly userId: string
  readonly person: string
  /** Whether there is any way to log in yet; else the person was invited, and has not come. */
  readonly hasWayIn: boolean
}

const words = texts.admin.user

/** Mails the person a link to choose a password themselves. */
export function WayInAct({ userId, person, hasWayIn }: WayInActProps) {
  return hasWayIn ? (
    <AccountAct
      title={words.passwordTitle}
      hint={words.resetHint(person)}
      action={startPasswordResetAction}
      label={words.reset}
      fields={{ user: userId }}
    />
  ) : (
    <AccountAct
      title={words.passwordTitle}
      hint={words.inviteAgainHint(person)}
      action={inviteAgainAction}
      label={words.inviteAgain}
      fields={{ user: userId }}
    />
  )
}
