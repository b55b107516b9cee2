import type { RevocationReason, TokenPurpose } from "log-out-everywhere"

const reasons = {
  log_out: "Logged out",
  replaced: "Replaced by a new login",
  revoked_by_user: "Logged out from another device",
  log_out_others: "Logged out with the other devices",
  log_out_everywhere: "Logged out everywhere",
  password_change: "Password changed",
  password_reset: "Password reset with a link",
  reset_by_admin: "Password reset sent by an administrator",
  email_change: "Email address changed",
  provider_change: "Connected login removed",
  reported: "Reported as not recognised",
  session_limit: "Ended: too many sessions",
  revoked_by_admin: "Ended by an administrator",
  role_change: "Role changed",
  account_disabled: "Account disabled",
  used: "Used",
} as const satisfies Record<RevocationReason, string>

/** `shown` is the count in figures, or "1,000+" where counting stopped there. */
const purposes = {
  session: "{count, plural, one {{shown} session} other {{shown} sessions}}",
  api: "{count, plural, one {{shown} API token} other {{shown} API tokens}}",
  password_reset:
    "{count, plural, one {{shown} password reset link} other {{shown} password reset links}}",
  magic_link: "{count, plural, one {{shown} login link} other {{shown} login links}}",
  invitation: "{count, plural, one {{shown} invitation} other {{shown} invitations}}",
  email_change:
    "{count, plural, one {{shown} pending email change} other {{shown} pending email changes}}",
  email_change_undo:
    "{count, plural, one {{shown} link to undo an email change} other {{shown} links to undo an email change}}",
  report:
    '{count, plural, one {{shown} "This wasn\'t me" link} other {{shown} "This wasn\'t me" links}}',
  browser: "{count, plural, one {{shown} known browser} other {{shown} known browsers}}",
} as const satisfies Record<TokenPurpose, string>

/** What ends, or has ended: `lib/texts/counts.ts` puts them together. */
export const counts = {
  purposes,
  signUpLinks: "{count, plural, one {# sign-up link} other {# sign-up links}}",
  capped: "{max, number}+",
  about: "about {count, number}",
  /** Of several kinds. */
  tokens:
    "{count, plural, one {{shown} session, token or link} other {{shown} sessions, tokens and links}}",
  ended: "{counts} {total, plural, one {was ended.} other {were ended.}}",
  nothing: "There was nothing to end.",
  /** After what else came of an act. */
  also: "{outcome} {counts} {total, plural, one {was ended.} other {were ended.}}",
} as const

/** Of a session on every list of them. */
export const session = {
  reasons,
  /** How it was opened, where it was not through a provider. */
  methods: {
    password: "Password",
    magic_link: "Email link",
    unknown: "Unknown",
  },
  statuses: { active: "Active", idle: "Timed out", expired: "Expired", revoked: "Revoked" },
  idle: "Timed out after inactivity",
  expired: "Expired",
  ended: "Ended",
  voided: "Everyone was logged out",
} as const

/** What a user agent is called. */
export const device = {
  unknown: "Unknown device",
  browserOn: "{browser} on {system}",
  unknownBrowser: "Unknown browser on {system}",
} as const

export const time = {
  justNow: "just now",
} as const

/** Of a session's summary. */
export const sessionCard = {
  unknownAddress: "Unknown IP address",
  active: "Active",
  justNow: time.justNow,
  which: "{address}, last active {lastActive}.",
} as const
