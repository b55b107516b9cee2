import type { RevocationCount } from "log-out-everywhere"
import { invitation } from "@/lib/texts/admin-invitation"
import { user } from "@/lib/texts/admin-user"
import { counted, formatNumber, listed, type PluralForms } from "@/lib/texts/format"
import { session } from "@/lib/texts/session"

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
  nothing: "No session matches",
  nothingHint: "Try fewer letters of the email or address, or clear the filter.",

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

const spared = (counts: readonly string[]) => listed(["the session you're using now", ...counts])

const everyone = {
  title: "Log everyone out",
  description:
    "For an incident. It takes effect immediately, however many there are. People with a password can log in again.",
  reach: "What to end",
  reaches: {
    sessions: "Sessions only",
    api_tokens: "Sessions and API tokens",
    everything: "Everything, including links in emails",
  },
  ends: (counts: readonly string[]) =>
    counts.length === 0 ? "There is nothing to end." : `Ends ${listed(counts)}.`,
  spares: (counts: readonly string[]) => `Spares ${spared(counts)}.`,
  phrase: "log everyone out",
  field: "To confirm, type: log everyone out",
  mismatch: "Type it exactly: log everyone out",
  confirmTitle: "Log everyone out?",
  done: (ended: RevocationCount | null, counts: readonly string[]) => {
    const outcome = ended ? session.whatEnded(ended) : "What ended couldn't be counted."
    return `Everyone is logged out. ${outcome} Spared: ${spared(counts)}.`
  },
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
  nothing: "Nobody matches",
  nothingHint: "Try fewer letters of the name or email, or clear the filter.",
  deleted: (ended: RevocationCount) => session.alsoEnded("The account is deleted.", ended),
}

/** Words for administrators. */
export const admin = { table, sessions, everyone, users, user, invitation }
