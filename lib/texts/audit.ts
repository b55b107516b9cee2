import { counted } from "@/lib/texts/format"
import { policy } from "@/lib/texts/policy"
import { session } from "@/lib/texts/session"
import type { AuditAction } from "@/lib/users/audit-action"

const actions: Record<AuditAction, string> = {
  log_in: "Logged in",
  log_in_failed: "Failed to log in",
  log_in_throttled: "Log-in attempt refused: too many failed attempts",
  log_out: "Logged out",
  prove: "Confirmed who they are",
  prove_failed: "Failed to confirm who they are",
  revoke_session: "Logged out a device",
  log_out_others: "Logged out other devices",
  log_out_everywhere: "Logged out everywhere",
  change_password: "Changed the password",
  request_password_reset: "Asked for a password reset",
  start_password_reset: "Started a password reset",
  reset_password: "Reset the password by link",
  request_email_change: "Asked to change the email address",
  cancel_email_change: "Took back a change of email address",
  change_email: "Changed the email address",
  undo_email_change: "Undid a change of email address",
  report_session: "Reported a session as not theirs",
  invite_user: "Invited a person",
  accept_invitation: "Accepted an invitation",
  link_provider: "Connected a log-in",
  unlink_provider: "Removed a connected log-in",
  create_user: "Made an account",
  delete_user: "Deleted an account",
  disable_user: "Disabled an account",
  enable_user: "Enabled an account",
  change_role: "Changed a role",
  allow_log_ins: "Allowed log-ins again",
  make_api_token: "Made an API token",
  revoke_api_token: "Revoked an API token of their own",
  revoke_token: "Revoked a token",
  revoke_selected: "Revoked sessions",
  log_everyone_out: "Logged everyone out",
  access_refused: "Refused at the administrators' pages",
}

/** What an entry may say beside its columns. */
const terms: Readonly<Record<string, string>> = {
  scope: "Scope",
  role: "New role",
  provider: "Provider",
  providers: "Removed log-ins",
  method: "Opened with",
  device: "Device",
  token: "Token",
  purpose: "Purpose",
  purposes: "Kinds",
  sessions: "Sessions",
  people: "People",
  mailedReason: "Reason, told in the mail",
}

const values: Readonly<Record<string, string>> = {
  one: "One",
  others: "Others",
  everywhere: "Everywhere",
  user: "User",
  admin: "Administrator",
  given: "Given",
  ...policy.purposes,
}

export const audit = {
  title: "Audit log",
  description:
    "Every act: when, who, what, whom, why, how many and from where. Nothing changes an entry.",
  caption: "Acts, the latest first",
  action: "Act",
  person: "Person (email or id)",
  actions,
  reasons: { ...session.reasons, account_deleted: "Account deleted" },
  columns: {
    action: "Act",
    at: "When",
    actor: "Who",
    target: "Whom",
    reason: "Why",
    count: "How many",
    address: "From",
  },
  nobody: "Nobody logged in",
  self: "Themselves",
  gone: "Deleted",
  several: "Several people",
  details: "Details",
  terms,
  values,
  times: (count: number) => counted(count, { one: "# time", other: "# times" }),
  nothing: "No act matches",
  nothingHint: "Choose another act or another person, or clear the filter.",
  unknownPerson: "Nobody has that email. For an account that is gone, search for its id.",
}
