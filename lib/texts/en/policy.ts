import type { TokenPurpose, TriggerEvent, TriggerRule } from "log-out-everywhere"

export const purposes = {
  session: "Session",
  api: "API token",
  password_reset: "Password reset link",
  magic_link: "Login link",
  invitation: "Invitation",
  email_change: "Email confirmation link",
  email_change_undo: "Email change undo link",
  report: '"This wasn\'t me" link',
  browser: "Known browser",
} as const satisfies Record<TokenPurpose, string>

const events = {
  password_changed: "A person changes their password",
  password_reset: "A password is reset with an emailed link",
  reset_started_by_admin: "An administrator sends a password reset",
  email_changed: "A new email is confirmed",
  role_changed: "A role is changed",
  account_disabled: "An account is disabled",
  account_deleted: "An account is deleted",
  provider_unlinked: "A connected login is removed",
  reported: "A person reports an unrecognised session",
} as const satisfies Record<TriggerEvent, string>

const scopes = {
  none: "Nothing",
  others: "All of these, except the current session",
  everywhere: "All of these",
  ask: "The person chooses",
} as const satisfies Record<TriggerRule["scope"], string>

/** Words of the administrators' page that reads the policy out. */
export const policy = {
  title: "Policy",
  description:
    "How long sessions and links last, and what ends them. Set in authentication.ts; read-only here.",
  purposes,
  events,
  scopes,
  noPurpose: "–",

  lifetimes: "Lifetimes",
  lifetimesTable: "How long each kind lasts",
  lifetimesHint:
    "After the inactivity timeout, people have to enter their password again. After the maximum lifetime the session ends, however active it was.",
  columns: { what: "What", inactivity: "Inactivity timeout", maximum: "Maximum lifetime" },
  remembered: "{purpose}, kept logged in",
  ofRole: "{purpose}, {role}",

  triggers: "What each change ends",
  triggersTable: "What each event ends",
  triggersHint: "Everything ends in the same transaction as the change.",
  triggerColumns: { event: "When", scope: "Ends", purposes: "Kinds" },

  rest: "Other limits",
  freshFor: "Re-authentication lasts",
  touchInterval: "Activity is recorded at most every",
  addOns: {
    log_out_everywhere: "Log out everywhere",
    log_out_devices: "Log out everywhere but keep API tokens",
  },
  endsAndSpares: "Ends: {ended}. Spares: {spared}.",
  nothing: "nothing",
  maxSessions: "Sessions per person, at most",
  anyNumber: "any number",
  limits: {
    refuse: "{max, number}; the next login is then refused",
    end_least_recent: "{max, number}; the next login then ends the least recently used one",
  },
  limitOfRole: "Sessions per person ({role}), at most",
  endedKept: "Ended sessions and tokens are kept for",
  addressKept: "Their IP addresses are shortened after",
  auditKept: "The audit log is kept for",
} as const
