import type { SessionLimit, TokenPurpose, TriggerEvent, TriggerRule } from "log-out-everywhere"
import { admin } from "@/lib/texts/admin"
import { formatDuration, listed } from "@/lib/texts/format"

const purposes: Record<TokenPurpose, string> = {
  session: "Session",
  api: "API token",
  password_reset: "Password reset link",
  magic_link: "Login link",
  invitation: "Invitation",
  email_change: "Email confirmation link",
  email_change_undo: "Email change undo link",
  report: '"This wasn\'t me" link',
  browser: "Known browser",
}

const events: Record<TriggerEvent, string> = {
  password_changed: "A person changes their password",
  password_reset: "A password is reset with an emailed link",
  reset_started_by_admin: "An administrator sends a password reset",
  email_changed: "A new email is confirmed",
  role_changed: "A role is changed",
  account_disabled: "An account is disabled",
  account_deleted: "An account is deleted",
  provider_unlinked: "A connected login is removed",
  reported: "A person reports an unrecognised session",
}

const scopes: Record<TriggerRule["scope"], string> = {
  none: "Nothing",
  others: "All of these, except the current session",
  everywhere: "All of these",
  ask: "The person chooses",
}

const limits: Record<SessionLimit["atLimit"], string> = {
  refuse: "the next login is then refused",
  end_least_recent: "the next login then ends the least recently used one",
}

const kinds = (names: readonly TokenPurpose[]) => listed(names.map((name) => purposes[name]))

/** The words of the other pages; a role that only the policy knows is called by its own name. */
const roleName = (role: string) =>
  Object.entries(admin.users.roles).find(([known]) => known === role)?.[1] ?? role

/** Words of the administrators' page that reads the policy out. */
export const policy = {
  title: "Policy",
  description:
    "How long sessions and links last, and what ends them. Set in authentication.ts; read-only here.",
  purposes,
  events,
  scopes,
  duration: formatDuration,
  purposeList: (names: readonly TokenPurpose[]) => kinds(names) || "–",

  lifetimes: "Lifetimes",
  lifetimesTable: "How long each kind lasts",
  lifetimesHint:
    "After the inactivity timeout, people have to enter their password again. After the maximum lifetime the session ends, however active it was.",
  columns: { what: "What", inactivity: "Inactivity timeout", maximum: "Maximum lifetime" },
  remembered: (purpose: string) => `${purpose}, kept logged in`,
  ofRole: (purpose: string, role: string) => `${purpose}, ${roleName(role)}`,

  triggers: "What each change ends",
  triggersTable: "What each event ends",
  triggersHint: "Everything ends in the same transaction as the change.",
  triggerColumns: { event: "When", scope: "Ends", purposes: "Kinds" },

  rest: "Other limits",
  freshFor: "Re-authentication lasts",
  touchInterval: "Activity is recorded at most every",
  addOns: {
    log_out_everywhere: "Log out everywhere",
    log_out_devices: "Log out everywhere, but keep API tokens",
  },
  endsAndSpares: (ended: readonly TokenPurpose[], spared: readonly TokenPurpose[]) =>
    `Ends: ${kinds(ended) || "nothing"}. Spares: ${kinds(spared) || "nothing"}.`,
  maxSessions: "Sessions per person, at most",
  anyNumber: "any number",
  limit: ({ max, atLimit }: SessionLimit) => `${max}; ${limits[atLimit]}`,
  limitOfRole: (role: string) => `Sessions per person (${roleName(role)}), at most`,
  endedKept: "Ended sessions and tokens are kept for",
  addressKept: "Their IP addresses are shortened after",
  auditKept: "The audit log is kept for",
}
