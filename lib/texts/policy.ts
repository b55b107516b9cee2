import type { SessionLimit, TokenPurpose, TriggerEvent, TriggerRule } from "log-out-everywhere"
import { admin } from "@/lib/texts/admin"
import { formatDuration, listed } from "@/lib/texts/format"

const purposes: Record<TokenPurpose, string> = {
  session: "Session",
  api: "API token",
  password_reset: "Password reset link",
  magic_link: "Log-in link",
  invitation: "Invitation",
  email_change: "Link that confirms an email",
  email_change_undo: "Link that undoes a change of email",
  report: "Link \u201cThis was not me\u201d",
  browser: "Known browser",
}

const events: Record<TriggerEvent, string> = {
  password_changed: "A person changes their password",
  password_reset: "A password is reset by a mailed link",
  reset_started_by_admin: "An administrator starts a password reset",
  email_changed: "A new email is confirmed",
  role_changed: "A role is changed",
  account_disabled: "An account is disabled",
  account_deleted: "An account is deleted",
  provider_unlinked: "A connected log-in is removed",
  reported: "A person reports a session as not theirs",
}

const scopes: Record<TriggerRule["scope"], string> = {
  none: "Nothing ends",
  others: "Everything but the acting session, of these kinds",
  everywhere: "Everything, of these kinds",
  ask: "The person says, in the form of the change",
}

const limits: Record<SessionLimit["atLimit"], string> = {
  refuse: "the next log-in is refused",
  end_least_recent: "the next log-in ends the one that was unused the longest",
}

const kinds = (names: readonly TokenPurpose[]) =>
  listed(names.map((name) => purposes[name])) || "nothing"

/** The words of the other pages; a role that only the policy knows is called by its own name. */
const roleName = (role: string) =>
  Object.entries(admin.users.roles).find(([known]) => known === role)?.[1] ?? role

/** Words of the administrators' page that reads the policy out. */
export const policy = {
  title: "Policy",
  description:
    "What lives how long here, and what ends with what. It is written in authentication.ts; this page reads it.",
  purposes,
  events,
  scopes,
  duration: formatDuration,
  purposeList: kinds,

  lifetimes: "Lifetimes",
  lifetimesTable: "How long each kind lives",
  lifetimesHint:
    "Unused for the first time span, a session has to be opened again with the password. After the second one it is over, however busy it was.",
  columns: { what: "What", inactivity: "Inactivity timeout", maximum: "Maximum lifetime" },
  remembered: (purpose: string) => `${purpose}, kept logged in`,
  ofRole: (purpose: string, role: string) => `${purpose}, ${roleName(role)}`,

  triggers: "What ends with what",
  triggersTable: "What each event ends",
  triggersHint: "Each ends in the same transaction as the change itself.",
  triggerColumns: { event: "When", scope: "Ends", purposes: "Kinds" },

  rest: "Other limits",
  freshFor: "A proof of who one is counts for",
  touchInterval: "Activity is written down at most every",
  strategies: {
    log_out_everywhere: "Log out everywhere",
    log_out_devices: "Log out everywhere, but keep API tokens",
  },
  endsAndSpares: (ended: readonly TokenPurpose[], spared: readonly TokenPurpose[]) =>
    `Ends: ${kinds(ended)}. Spares: ${kinds(spared)}.`,
  mostSessions: "Most sessions of one person",
  anyNumber: "any number",
  limit: ({ most, atLimit }: SessionLimit) => `${most}; beyond that ${limits[atLimit]}`,
  limitOfRole: (role: string) => `Most sessions of one person, ${roleName(role)}`,
  endedKept: "What ended is kept for",
  auditKept: "The audit log is kept for",
}
