/** Everything that the audit log tells of, by what it is about. */
export const auditActionGroups = {
  log_ins: ["log_in", "log_in_failed", "log_in_throttled", "log_out", "prove", "prove_failed"],
  sessions: [
    "revoke_session",
    "revoke_selected",
    "begin_sweep",
    "sweep",
    "export_sessions",
    "report_session",
    "recognise_device",
    "name_browser",
    "forget_browser",
    "log_out_others",
    "log_out_everywhere",
    "log_everyone_out",
    "count_ended",
    "end_after_restore",
  ],
  passwords: [
    "change_password",
    "request_password_reset",
    "start_password_reset",
    "reset_password",
  ],
  emails: [
    "request_email_change",
    "cancel_email_change",
    "change_email",
    "undo_email_change",
    "retry_mail",
  ],
  providers: ["link_provider", "unlink_provider"],
  tokens: ["make_api_token", "revoke_api_token", "revoke_token"],
  accounts: [
    "create_user",
    "invite_user",
    "accept_invitation",
    "change_role",
    "disable_user",
    "enable_user",
    "allow_log_ins",
    "delete_user",
    "access_refused",
  ],
} as const

export type AuditActionGroup = keyof typeof auditActionGroups

export type AuditAction = (typeof auditActionGroups)[AuditActionGroup][number]

export const auditActions: readonly AuditAction[] = Object.values(auditActionGroups).flat()
