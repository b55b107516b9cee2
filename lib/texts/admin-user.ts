import type { RevocationCount } from "log-out-everywhere"
import { formatNumber } from "@/lib/texts/format"
import { session } from "@/lib/texts/session"

/** Words of the administrators' page about one person. */
export const user = {
  back: "Users",
  about: "About",
  facts: {
    email: "Email",
    role: "Role",
    state: "Account",
    since: "Disabled on",
    joined: "Joined",
    ways: "Logs in with",
    noWayIn: "Invitation pending",
    id: "ID",
  },

  sessions: "Active sessions",
  noSessions: "Not logged in anywhere",
  spared: "Your current session isn't affected. To end it, log out.",
  everywhere: (count: number) => `Log out everywhere (${formatNumber(count)})`,
  everywhereLabel: "Log out everywhere",
  everywhereTitle: (person: string) => `Log ${person} out everywhere?`,
  ends: (ending: RevocationCount) => {
    const counts = session.counts(ending)
    return counts ? `Ends ${counts} immediately.` : "There is nothing to end."
  },
  reason: "Reason (optional, included in the email)",
  reasonTooLong: (max: number) => `Use ${max} characters or fewer.`,
  loggedOut: session.whatEnded,

  account: "Account",
  roleTitle: "Role",
  promote: "Make administrator",
  promoteHint: (person: string, isLoggedOut: boolean) =>
    `${person} will be able to see and end everyone's sessions${again(isLoggedOut)}.`,
  promoteTitle: (person: string) => `Make ${person} an administrator?`,
  demote: "Remove administrator role",
  demoteHint: (person: string, isLoggedOut: boolean) =>
    `${person} will lose access to these pages${again(isLoggedOut)}.`,
  demoteTitle: (person: string) => `Remove ${person}'s administrator role?`,
  roleChanged: (ended: RevocationCount) => session.alsoEnded("Role changed.", ended),

  passwordTitle: "Password",
  reset: "Send password reset",
  resetHint: (person: string) =>
    `Emails ${person} a link to choose a new password. You won't see the password.`,
  resetStarted: (ended: RevocationCount) => session.alsoEnded("Password reset email sent.", ended),
  inviteAgain: "Invite again",
  inviteAgainHint: (person: string) =>
    `Emails ${person} a new invitation. The previous link stops working.`,
  invited: "Invitation sent.",

  attemptsTitle: "Failed logins",
  allow: "Unlock account",
  allowHint: (person: string) =>
    `Lets ${person} try again right away after too many failed attempts.`,
  allowed: "Failed attempts cleared.",

  accessTitle: "Access",
  disable: "Disable account",
  disableHint: (person: string) =>
    `Stops ${person} logging in until you re-enable the account, and ends all sessions and tokens.`,
  disableTitle: (person: string) => `Disable ${person}'s account?`,
  disabled: (ended: RevocationCount) => session.alsoEnded("Account disabled.", ended),
  enable: "Enable account",
  enableHint: (person: string) => `Lets ${person} log in again. Ended sessions stay ended.`,
  enabled: "Account enabled.",
  own: "This is your own account. Anything you end here is ended for you.",

  deletion: "Delete account",
  deletionHint:
    "Permanently deletes the account and its data. The audit log keeps its ID. This can't be undone.",
  deletionField: (email: string) => `To confirm, type the email: ${email}`,
  deletionMismatch: "That isn't this account's email.",
  deletionTitle: (person: string) => `Permanently delete ${person}'s account?`,

  events: "Recent activity",
  everyEvent: "View in audit log",

  failures: {
    not_found: "This account no longer exists.",
    disabled: "This account is disabled. Enable it first.",
    has_password: "This person has already chosen a password. Send a password reset instead.",
    last_administrator:
      "This is the last administrator who can log in. Make someone else an administrator first.",
  },
}

const again = (isLoggedOut: boolean) => (isLoggedOut ? ", and will have to log in again" : "")
