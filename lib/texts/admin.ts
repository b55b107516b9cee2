import type { RevocationCount } from "log-out-everywhere"
import { invitation } from "@/lib/texts/admin-invitation"
import { user } from "@/lib/texts/admin-user"
import { counted, formatNumber, listed, type PluralForms } from "@/lib/texts/format"
import { session } from "@/lib/texts/session"

const sessionForms = { one: "# session", other: "# sessions" }
const ofSessions = (count: number) => counted(count, sessionForms)

const revokedCount = (count: number) =>
  count === 0 ? "Nothing to revoke. It had already ended." : `${ofSessions(count)} revoked.`

/** What the administrators' tables have in common. */
const table = {
  filter: "Filter",
  clear: "Clear",
  any: "Any",
  none: "None",
  never: "Never",
  firstPage: "Back to the first page",
  /** "1,000+ sessions", where counting stopped at 1,000. */
  found: (count: number, max: number, forms: PluralForms) =>
    count > max ? forms.other.replace("#", `${formatNumber(max)}+`) : counted(count, forms),
}

const sessions = {
  title: "Sessions",
  description: (kept: string) => `Everyone's sessions: active now, or ended in the last ${kept}.`,
  spared: "Nothing here affects your current session. To end it, log out.",
  caption: "Everyone's sessions",
  search: "Email or IP address",
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
    act: "Action",
  },
  own: "Your session",
  endedBy: (person: string) => `by ${person}`,
  nothing: "No matching sessions",
  nothingHint: "Try a shorter search, or clear the filters.",

  select: (device: string, person: string) => `Select ${person}'s session (${device})`,
  selectEvery: "Select every session on this page",
  revoke: "Revoke",
  revokeOne: (device: string, person: string) => `Revoke ${person}'s session (${device})`,
  revokeOneTitle: (device: string, person: string) => `Revoke ${person}'s session (${device})?`,
  revokeOneBody: "It will end immediately. Anyone using it will have to log in again.",
  revokeSelected: "Revoke selected",
  revokeSelectedCount: (count: number) => `Revoke selected (${formatNumber(count)})`,
  revokeSelectedTitle: (count: number) => `Revoke ${ofSessions(count)}?`,
  revokeSelectedBody: "They'll end immediately. Anyone using them will have to log in again.",
  noneSelected: "Select a session first.",
  revoked: revokedCount,
}

const spared = (counts: readonly string[]) => listed(["the session you're using now", ...counts])

const everyone = {
  title: "Log everyone out",
  description:
    "For emergencies. It takes effect immediately, however many sessions there are. People with a password can log back in.",
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
  description: "Everyone with an account.",
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
  nothing: "No matching people",
  nothingHint: "Try a shorter search, or clear the filters.",
  deleted: (ended: RevocationCount) => session.alsoEnded("Account deleted.", ended),
}

/** Words for administrators. */
export const admin = { table, sessions, everyone, users, user, invitation }
