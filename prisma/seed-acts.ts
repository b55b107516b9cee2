import type { RevocationReason } from "log-out-everywhere"
import type { AuditEntry } from "@/lib/users/ports/stores"
import type { Random } from "./seed-random"
import { endedSession, type SampleSession, type SessionOwner } from "./seed-sessions"

export type SampleEvent = AuditEntry & { readonly at: Date }

type Act = Pick<AuditEntry, "action" | "scope" | "details"> & { readonly isAdmins?: true }

const day = 24 * 3_600_000

/** How each reason for a session's end comes about. A session that a new log-in replaced has no entry. */
const acts: Partial<Record<RevocationReason, Act>> = {
  log_out: { action: "log_out", scope: "one" },
  revoked_by_user: { action: "revoke_session", scope: "one" },
  log_out_others: { action: "log_out_others", scope: "others" },
  log_out_everywhere: { action: "log_out_everywhere", scope: "everywhere" },
  password_change: { action: "change_password", scope: "others" },
  provider_change: {
    action: "unlink_provider",
    scope: "others",
    details: { provider: "github" },
  },
  revoked_by_admin: { action: "revoke_session", scope: "one", isAdmins: true },
  role_change: {
    action: "change_role",
    scope: "everywhere",
    details: { role: "user" },
    isAdmins: true,
  },
  account_disabled: { action: "disable_user", scope: "everywhere", isAdmins: true },
}

export interface Ending {
  readonly at: Date
  /** It raised the owner's epoch. */
  readonly isRaising: boolean
  readonly sessions: readonly SampleSession[]
  readonly events: readonly SampleEvent[]
}

/**
 * The acts that ended sessions of a person, one for each reason.
 *
 * An act that raises the epoch ends everything else that is open. So each has its own week,
 * further back than any session that nobody ended. Only a disabled account has none of those.
 */
export function endings(
  owner: SessionOwner,
  reasons: readonly RevocationReason[],
  adminId: string,
  random: Random,
  now: Date,
): Ending[] {
  return reasons.map((reason, index) => {
    const act = acts[reason]
    const isRaising = act !== undefined && act.scope !== "one"
    const isOld = isRaising && reason !== "account_disabled"
    const daysAgo = isOld ? 46 + 7 * index + random.below(2) : random.below(40)
    const at = new Date(+now - daysAgo * day - random.between(day / 10, day))
    const end = { at, reason, by: act?.isAdmins ? adminId : owner.id }
    const count = isRaising ? random.between(1, 4) : 1
    const sessions = Array.from({ length: count }, () => endedSession(owner, end, random))
    return { at, isRaising, sessions, events: act ? [entryOf(act, owner, end, sessions)] : [] }
  })
}

function entryOf(
  { isAdmins, ...entry }: Act,
  owner: SessionOwner,
  { at, reason, by }: NonNullable<SampleSession["end"]>,
  sessions: readonly SampleSession[],
): SampleEvent {
  const address = isAdmins ? "192.0.2.10" : (sessions[0]?.address ?? null)
  const count = sessions.length
  return { ...entry, at, actorId: by, targetId: owner.id, address, reason, count }
}
