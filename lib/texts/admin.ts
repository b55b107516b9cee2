import { invitation } from "@/lib/texts/admin-invitation"
import { counted, formatNumber, type PluralForms } from "@/lib/texts/format"

const sessionForms = { one: "# session", other: "# sessions" }
const ofSessions = (count: number) => counted(count, sessionForms)

const revokedCount = (count: number) =>
  count === 0 ? "Nothing to revoke: it had ended already." : `${ofSessions(count)} revoked.`

/** What the administrators' tables have in common. */
const table = {
  filter: "Filter",
  clear: "Clear",
  any: "Any",
  none: "None",
  never: "Never",
  firstPage: "Back to the first page",
  /** "1,000+ sessions", where counting stopped at 1,000. */
  found: (count: number, most: number, forms: PluralForms) =>
    count > most ? forms.other.replace("#", `${formatNumber(most)}+`) : counted(count, forms),
}

const sessions = {
  title: "Sessions",
  description: "Where everybody is logged in, and where they were in the last 90 days.",
  spared: "The session you are using now is spared by everything on this page. Log out to end it.",
  caption: "Sessions of everybody",
  search: "Email or address",
  status: "Status",
  device: "Device",
  deviceKinds: {
    desktop: "Desktop",
    phone: "Phone",
    tablet: "Tablet",
    script: "Script",
    unknown: "Unknown",
  },
  forms: sessionForms,
  columns: {
    device: "Session",
    person: "Person",
    status: "Status",
    active: "Last active",
    started: "Started",
    act: "Act",
  },
  own: "Your session",
  endedBy: (person: string) => `by ${person}`,
  nothing: "No session is like that",
  nothingHint: "Search for less of the email or address, or clear the filter.",

  select: (device: string, person: string) => `Select ${device} of ${person}`,
  selectEvery: "Select every session on this page",
  revoke: "Revoke",
  revokeOne: (device: string, person: string) => `Revoke ${device} of ${person}`,
  revokeOneTitle: (device: string, person: string) => `Revoke ${device} of ${person}?`,
  revokeOneBody: "It ends at once. Whoever uses it has to log in again.",
  revokeSelected: "Revoke selected",
  revokeSelectedCount: (count: number) => `Revoke selected (${formatNumber(count)})`,
  revokeSelectedTitle: (count: number) => `Revoke ${ofSessions(count)}?`,
  revokeSelectedBody: "They end at once. Whoever uses them has to log in again.",
  noneSelected: "Select a session first.",
  revoked: revokedCount,
}

const everyone = {
  title: "Log everyone out",
  description:
    "For an incident. Ends everybody's sessions at once, whatever their number, and spares yours. Who has a password can log in again.",
  phrase: "log everyone out",
  field: "To confirm, type: log everyone out",
  mismatch: "Type it exactly: log everyone out",
  label: (sessions: string) => `Log everyone out (${sessions})`,
  confirmTitle: (sessions: string) => `Log everyone out and end ${sessions}?`,
  confirmBody: "Everybody but you has to log in again, on every device.",
  done: (count: number) =>
    count === 0
      ? "Nobody else was logged in."
      : `Everyone is logged out: ${ofSessions(count)} ended.`,
}

const users = {
  title: "Users",
  description: "Everybody with an account.",
  caption: "People with an account",
  search: "Name or email",
  role: "Role",
  roles: { user: "User", admin: "Administrator" },
  state: "Account",
  states: { enabled: "Enabled", disabled: "Disabled" },
  forms: { one: "# person", other: "# people" },
  columns: {
    person: "Person",
    role: "Role",
    state: "Account",
    sessions: "Active sessions",
    active: "Last active",
    joined: "Joined",
  },
  you: "You",
  invite: "Invite a person",
  nothing: "Nobody is like that",
  nothingHint: "Search for less of the name or email, or clear the filter.",
  deleted: (count: number) => `The account is deleted. ${counted(count, endedForms(count))}`,
}

const endedForms = (count: number) => ({
  one: "# session or link ended with it.",
  other: count === 0 ? "Nothing had to end with it." : "# sessions and links ended with it.",
})

const ended = (count: number) =>
  counted(count, {
    one: "# session or link ended.",
    other: count === 0 ? "Nothing was live any more." : "# sessions and links ended.",
  })

const user = {
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
  everywhereBody: (counts: string) => `Ends ${counts} at once.`,
  reason: "Reason, for the mail that tells the person (optional)",
  reasonTooLong: "That is too long for the mail.",
  loggedOut: ended,

  account: "Account",
  disable: "Disable account",
  disableHint: "Nobody can log in to it, and everything it holds ends at once.",
  disableTitle: (person: string) => `Disable the account of ${person}?`,
  disabled: (count: number) => `The account is disabled. ${ended(count)}`,
  enable: "Enable account",
  enableHint: "Its owner can log in again. What ended stays ended.",
  enabled: "The account is enabled.",
  promote: "Make administrator",
  promoteHint: "May see and end everybody's sessions. Has to log in again.",
  demote: "Make ordinary user",
  demoteHint: "Loses everything under Sessions, Users and Audit log. Has to log in again.",
  promoteTitle: (person: string) => `Make ${person} an administrator?`,
  demoteTitle: (person: string) => `Make ${person} an ordinary user?`,
  roleChanged: (count: number) => `The role is changed. ${ended(count)}`,
  allow: "Allow log-ins again",
  allowHint: "Forgets failed attempts to log in, for an owner whom they lock out.",
  allowed: "The failed attempts are forgotten.",
  reset: "Start a password reset",
  resetHint: "Mails the person a link to choose a new password. You never see it.",
  resetStarted: (count: number) =>
    `A link to choose a new password is on its way.${count > 0 ? ` ${ended(count)}` : ""}`,
  inviteAgain: "Invite again",
  inviteAgainHint: "Mails the person a new link to choose a first password. The link before ends.",
  invited: "The invitation is on its way.",
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

/** Words for administrators. */
export const admin = { table, sessions, everyone, users, user, invitation }
