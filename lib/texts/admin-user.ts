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
    noWayIn: "Nothing yet",
    id: "Id",
  },

  sessions: "Active sessions",
  noSessions: "Not logged in anywhere",
  spared: "The session you are using now is spared. Log out to end it.",
  everywhere: (count: number) => `Log out everywhere (${formatNumber(count)})`,
  everywhereLabel: "Log out everywhere",
  everywhereTitle: (person: string) => `Log ${person} out everywhere?`,
  ends: (ending: RevocationCount) => {
    const counts = session.counts(ending)
    return counts ? `Ends ${counts} at once.` : "Nothing is open that would end."
  },
  reason: "Reason, for the mail that tells the person (optional)",
  reasonTooLong: "That is too long for the mail.",
  loggedOut: session.whatEnded,

  account: "Account",
  roleTitle: "Role",
  promote: "Make administrator",
  promoteHint: (person: string, isLoggedOut: boolean) =>
    `Makes ${person} an administrator, who can see and end everybody's sessions.${again(person, isLoggedOut)}`,
  promoteTitle: (person: string) => `Make ${person} an administrator?`,
  demote: "Make ordinary user",
  demoteHint: (person: string, isLoggedOut: boolean) =>
    `Makes ${person} an ordinary user, who no longer gets to these pages.${again(person, isLoggedOut)}`,
  demoteTitle: (person: string) => `Make ${person} an ordinary user?`,
  roleChanged: (ended: RevocationCount) => session.alsoEnded("The role is changed.", ended),

  passwordTitle: "Password",
  reset: "Start a password reset",
  resetHint: (person: string) =>
    `Mails ${person} a link to choose a new password. You never see it.`,
  resetStarted: (ended: RevocationCount) =>
    session.alsoEnded("A link to choose a new password is on its way.", ended),
  inviteAgain: "Invite again",
  inviteAgainHint: (person: string) =>
    `Mails ${person} a new link to choose a first password. The link before ends.`,
  invited: "The invitation is on its way.",

  attemptsTitle: "Failed log-ins",
  allow: "Allow log-ins again",
  allowHint: (person: string) =>
    `Lets ${person} try again at once, where too many failed attempts have locked the account.`,
  allowed: "The failed attempts are forgotten.",

  accessTitle: "Access",
  disable: "Disable account",
  disableHint: (person: string) =>
    `Keeps ${person} from logging in until the account is enabled again, and ends everything that is open.`,
  disableTitle: (person: string) => `Disable the account of ${person}?`,
  disabled: (ended: RevocationCount) => session.alsoEnded("The account is disabled.", ended),
  enable: "Enable account",
  enableHint: (person: string) => `Lets ${person} log in again. What ended stays ended.`,
  enabled: "The account is enabled.",
  own: "This is your own account: what ends here ends for you.",

  deletion: "Delete account",
  deletionHint:
    "Deletes the account with everything in it. The audit log keeps its id. This cannot be undone.",
  deletionField: (email: string) => `To confirm, type the email: ${email}`,
  deletionMismatch: "That is not the email of this account.",
  deletionTitle: (person: string) => `Delete the account of ${person} for good?`,

  events: "Recent acts",
  everyEvent: "See them in the audit log",

  failures: {
    not_found: "This account is gone.",
    disabled: "This account is disabled. Enable it first.",
    has_password: "This person has chosen a password already. Start a password reset instead.",
    last_administrator:
      "This is the last administrator who can log in. Make somebody else one first.",
  },
}

const again = (person: string, isLoggedOut: boolean) =>
  isLoggedOut ? ` ${person} has to log in again.` : ""
