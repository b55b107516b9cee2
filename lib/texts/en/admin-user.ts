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

  holdings: "What logging out everywhere ends",
  heldTokens: "API tokens and links",
  heldColumns: { what: "Kind", issued: "Created", expires: "Expires" },

  sessions: "Active sessions",
  noSessions: "Not logged in anywhere",
  spared: "Your current session isn't affected. To end it, log out.",
  everywhere: "Log out everywhere ({count, number})",
  everywhereLabel: "Log out everywhere",
  everywhereTitle: "Log {person} out everywhere?",
  ends: "Ends {counts} immediately.",
  endsNothing: "There is nothing to end.",
  reason: "Reason (optional, included in the email)",
  reasonTooLong: "Use {max, number} characters or fewer.",

  account: "Account",
  roleTitle: "Role",
  promote: "Make administrator",
  promoteHint:
    "{isLoggedOut, select, yes {{person} will be able to see and end everyone's sessions, and will have to log in again.} other {{person} will be able to see and end everyone's sessions.}}",
  promoteTitle: "Make {person} an administrator?",
  demote: "Remove administrator role",
  demoteHint:
    "{isLoggedOut, select, yes {{person} will lose access to these pages, and will have to log in again.} other {{person} will lose access to these pages.}}",
  demoteTitle: "Remove {person}'s administrator role?",
  roleChanged: "Role changed.",

  passwordTitle: "Password",
  reset: "Send password reset",
  resetHint: "Emails {person} a link to choose a new password. You won't see the password.",
  resetStarted: "Password reset email sent.",
  inviteAgain: "Invite again",
  inviteAgainHint: "Emails {person} a new invitation. The previous link stops working.",
  invited: "Invitation sent.",

  attemptsTitle: "Failed logins",
  allow: "Unlock account",
  allowHint: "Lets {person} try again right away after too many failed attempts.",
  allowed: "Failed attempts cleared.",

  accessTitle: "Access",
  disable: "Disable account",
  disableHint:
    "Stops {person} logging in until you re-enable the account, and ends all sessions and tokens.",
  disableTitle: "Disable {person}'s account?",
  disabled: "Account disabled.",
  enable: "Enable account",
  enableHint: "Lets {person} log in again. Ended sessions stay ended.",
  enabled: "Account enabled.",
  own: "This is your own account. Anything you end here is ended for you.",

  events: "Recent activity",
  everyEvent: "View in audit log",

  failures: {
    not_found: "This account no longer exists.",
    disabled: "This account is disabled. Enable it first.",
    has_password: "This person has already chosen a password. Send a password reset instead.",
    last_administrator:
      "This is the last administrator who can log in. Make someone else an administrator first.",
  },
} as const

export const userDeletion = {
  submit: "Delete account",
  body: "Permanently deletes the account and its data. The audit log keeps its ID. This can't be undone.",
  field: "To confirm, type the email: {email}",
  mismatch: "That isn't this account's email.",
  title: "Permanently delete {person}'s account?",
} as const
