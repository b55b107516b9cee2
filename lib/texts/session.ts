import type { RevocationCount, RevocationReason, TokenPurpose } from "log-out-everywhere"
import { counted, listed, type PluralForms } from "@/lib/texts/format"

const reasons: Record<RevocationReason, string> = {
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
}

const purposes: Record<TokenPurpose, PluralForms> = {
  session: { one: "# session", other: "# sessions" },
  api: { one: "# API token", other: "# API tokens" },
  password_reset: { one: "# password reset link", other: "# password reset links" },
  magic_link: { one: "# login link", other: "# login links" },
  invitation: { one: "# invitation", other: "# invitations" },
  email_change: { one: "# pending email change", other: "# pending email changes" },
  email_change_undo: {
    one: "# link to undo an email change",
    other: "# links to undo an email change",
  },
  report: { one: '# "This wasn\'t me" link', other: '# "This wasn\'t me" links' },
  browser: { one: "# known browser", other: "# known browsers" },
}

const countsOf = (counts: RevocationCount) =>
  listed(
    Object.entries(purposes).flatMap(([purpose, forms]) => {
      const count = counts[purpose as TokenPurpose] ?? 0
      return count > 0 ? [counted(count, forms)] : []
    }),
  )

const wereEnded = (counts: RevocationCount) => {
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0)
  return counted(total, { one: "was ended.", other: "were ended." })
}

/** How a session was opened, where it was not through a provider. */
const methods: Readonly<Record<string, string>> = {
  password: "Password",
  magic_link: "Email link",
  unknown: "Unknown",
}

/** Words about one session, wherever it is shown. */
export const session = {
  reasons,
  purposes,
  methods,
  statuses: { active: "Active", idle: "Timed out", expired: "Expired", revoked: "Revoked" },
  idle: "Timed out after inactivity",
  expired: "Expired",
  ended: "Ended",
  voided: "Everyone was logged out",

  thisDevice: "This device",
  unknownDevice: "Unknown device",
  browserOn: (browser: string, system: string) => `${browser} on ${system}`,
  unknownBrowser: (system: string) => `Unknown browser on ${system}`,
  unknownAddress: "Unknown IP address",
  activeNow: "Active now",
  active: "Active",
  justNow: "just now",
  which: (address: string, lastActive: string) => `${address}, last active ${lastActive}.`,

  details: "Details",
  started: "Started",
  lastActive: "Last active",
  idleAt: "Expires if unused by",
  expiresAt: "Expires no later than",
  openedWith: "Logged in with",
  remembered: "Kept logged in",
  yes: "Yes",
  no: "No",
  userAgent: "User agent",
  unknown: "Unknown",
  /** "2 sessions and 1 API token"; empty when there is nothing. */
  counts: countsOf,
  /** What an act has ended, as a sentence. */
  whatEnded: (counts: RevocationCount) => {
    const words = countsOf(counts)
    return words ? `${words} ${wereEnded(counts)}` : "There was nothing to end."
  },
  /** The same after what else came of the act; nothing more where nothing ended. */
  alsoEnded: (outcome: string, counts: RevocationCount) => {
    const words = countsOf(counts)
    return words ? `${outcome} ${words} ${wereEnded(counts)}` : outcome
  },
}
