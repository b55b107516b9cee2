/** Everything that the audit log tells of. */
export type AuditAction = (typeof auditActions)[number]

export const auditActions = [
  "log_in",
  "log_in_failed",
  "log_in_throttled",
  "log_out",
  "prove",
  "prove_failed",
  "revoke_session",
  "log_out_others",
  "log_out_everywhere",
  "change_password",
  "link_provider",
  "unlink_provider",
  "create_user",
  "delete_user",
  "disable_user",
  "enable_user",
  "change_role",
  "revoke_selected",
  "log_everyone_out",
  "access_refused",
] as const
