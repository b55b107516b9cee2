import type { RevocationReason } from "log-out-everywhere"
import type { Tone } from "@/components/charts/tone"
import type { english } from "@/lib/texts/en"

export type ReasonGroup = keyof (typeof english)["overview"]["reasonGroups"]

/** What ended it, in words few enough for a picture. */
const groups: Readonly<
  Record<RevocationReason | "idle" | "expired" | "everyone_logged_out", ReasonGroup>
> = {
  log_out: "person",
  replaced: "person",
  revoked_by_user: "person",
  log_out_others: "person",
  log_out_everywhere: "person",
  session_limit: "person",
  used: "person",
  idle: "time",
  expired: "time",
  password_change: "change",
  password_reset: "change",
  email_change: "change",
  provider_change: "change",
  reported: "change",
  revoked_by_admin: "administrator",
  reset_by_admin: "administrator",
  role_change: "administrator",
  account_disabled: "administrator",
  everyone_logged_out: "administrator",
}

/** A reason that another version wrote counts as a person's. */
export const groupOf = (reason: string): ReasonGroup =>
  (groups as Readonly<Record<string, ReasonGroup>>)[reason] ?? "person"

export const groupTones: Readonly<Record<ReasonGroup, Tone>> = {
  person: "main",
  time: "quiet",
  change: "care",
  administrator: "danger",
}
