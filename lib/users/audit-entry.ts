import type { AuditEntry } from "@/lib/users/ports/stores"

/** The person who acts, and from where: an actor, or a stranger, whose id is null. */
interface ActingPerson {
  readonly userId: string | null
  readonly address: string | null
}

/** What an entry says of an act. The target is left out if people act on themselves. */
type ToldAct = Omit<AuditEntry, "actorId" | "address" | "targetId"> &
  Partial<Pick<AuditEntry, "targetId">>

/** The audit entry of an act. Null for the person if a program acts, in which nobody is logged in. */
export function entryOf(by: ActingPerson | null, act: ToldAct): AuditEntry {
  const actorId = by?.userId ?? null
  return { actorId, targetId: actorId, address: by?.address ?? null, ...act }
}
