import { session, sessionCard } from "./session"

/** What the administrators' tables have in common. */
export const table = {
  none: "None",
  never: "Never",
} as const

export const filterForm = {
  filter: "Filter",
  clear: "Clear",
  any: "Any",
  more: "More filters",
} as const

export const sessions = {
  title: "Sessions",
  description: "Everyone's sessions: active now, or ended in the last {kept}.",
  spared: "Nothing here affects your current session. To end it, log out.",
  caption: "Everyone's sessions",
  search: "Email or IP address",
  deviceKinds: {
    desktop: "Desktop",
    phone: "Phone",
    tablet: "Tablet",
    script: "Script",
    unknown: "Unknown",
  },
  columns: { device: "Session", act: "Action" },
  nothing: "No matching sessions",
  nothingHint: "Try fewer filters, or clear them.",
  noneSelected: "Select a session first.",
  revoked:
    "{count, plural, =0 {Nothing to revoke. It had already ended.} one {# session revoked.} other {# sessions revoked.}}",
  nothingRevoked: "Nothing was revoked.",
  revokedOne: "{person}'s session ({device}) was revoked.",
} as const

/** Of one row of that table. */
export const sessionRow = {
  columns: {
    person: "Person",
    status: "Status",
    active: "Last active",
    started: "Started",
  },
  statuses: session.statuses,
  own: "Your session",
  unknownAddress: sessionCard.unknownAddress,
  endedBy: "{reason} by {person},",
  select: "Select {person}'s session ({device})",
} as const

/** Of the act that ends one person's session. */
export const revokeSession = {
  revoke: "Revoke",
  name: "Revoke {person}'s session ({device})",
  nameOfOne: "Revoke {person}'s session ({device}, started {started})",
  title: "Revoke {person}'s session ({device})?",
  body: "It will end immediately. Anyone using it will have to log in again.",
} as const

/** Of the act that ends those that are ticked. */
export const selection = {
  every: "Select every session on this page",
  revoke: "Revoke selected",
  revokeCount: "Revoke selected ({count, number})",
  title: "{count, plural, one {Revoke # session?} other {Revoke # sessions?}}",
  body: "{count, plural, one {It will end immediately. Anyone using it} other {They'll end immediately. Anyone using them}} will have to log in again.",
} as const

export const everyoneOut = {
  title: "Log everyone out",
  description:
    "For emergencies. It takes effect immediately, however many sessions there are. People with a password can log back in.",
  reaches: {
    sessions: "Sessions only",
    api_tokens: "Sessions and API tokens",
    everything: "Everything, including links in emails",
  },
  ends: "Ends {counts}.",
  endsNothing: "There is nothing to end.",
  ownSession: "the session you're using now",
  spares: "Spares {spared}.",
  done: "Everyone is logged out. {ended} Spared: {spared}.",
  uncounted: "We couldn't count what was ended.",
} as const

export const everyoneOutForm = {
  title: "Log everyone out",
  reach: "What to end",
  reason: "Reason (shown to the people affected)",
  /** What a person types, in small letters. */
  phrase: "log everyone out",
  field: "To confirm, type: log everyone out",
  mismatch: "Type it exactly: log everyone out",
  confirmTitle: "Log everyone out?",
} as const

export const users = {
  title: "Users",
  description: "Everyone with an account.",
  caption: "People with an account",
  search: "Name or email",
  role: "Role",
  roles: { user: "User", admin: "Administrator" },
  state: "Account",
  states: { enabled: "Enabled", invited: "Invited", disabled: "Disabled" },
  found: "{count, plural, one {{shown} person} other {{shown} people}}",
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
  deleted: "Account deleted.",
} as const
