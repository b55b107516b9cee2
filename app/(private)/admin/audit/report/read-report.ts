import { changeActions } from "@/app/(private)/admin/audit/search"
import { viewSweep } from "@/lib/db/desk/sweep-view"
import { type EndedTokens, endedByAct, endedBySweep } from "@/lib/db/incidents/ended-by-act"
import { type Incident, incidentOf, type Told, toldWith } from "@/lib/db/incidents/incident"
import { type AuditEvent, auditDirectory } from "@/lib/db/lists/audit-directory"
import { type Receipt, receiptOfAct } from "@/lib/db/lists/receipt"
import type { Sweep } from "@/lib/users/ports/sweeps"
import type { ReportSearch } from "./search"

/** One act: its entry, what it ended, and what was mailed of it. */
export interface ActReport {
  readonly kind: "act"
  readonly event: AuditEvent
  /** Of an act on all that a person had. */
  readonly receipt: Receipt | null
  /** Of an act that names its sessions, or a bulk revocation. */
  readonly ended: EndedTokens
  /** What a bulk revocation was to end, and how far it has come. */
  readonly sweep: Sweep | null
  readonly told: readonly Told[]
}

/** A span of time: the numbers, and what was done in it. */
export interface SpanReport extends Incident {
  readonly kind: "span"
  readonly from: Date
  readonly until: Date
  /** The latest first, without logging in and out. */
  readonly events: readonly AuditEvent[]
  readonly hasMore: boolean
}

export const eventsShown = 200

/** The report that was asked for; else what is missing. */
export async function readReport({
  act,
  from,
  until,
}: ReportSearch): Promise<
  ActReport | SpanReport | { readonly kind: "empty" | "no_act" | "no_span" }
> {
  if (act !== null) return readAct(act)
  if (!from && !until) return { kind: "empty" }
  if (!from || !until || from >= until) return { kind: "no_span" }
  const { items, next } = await auditDirectory().page({
    action: null,
    actions: changeActions,
    personId: null,
    from,
    until,
    size: eventsShown,
  })
  const incident = await incidentOf(from, until)
  return { kind: "span", from, until, ...incident, events: items, hasMore: next !== null }
}

async function readAct(id: string): Promise<ActReport | { readonly kind: "no_act" }> {
  const event = await auditDirectory().find(id)
  if (!event) return { kind: "no_act" }
  const email = event.target?.email
  const sweep = (await viewSweep(String(event.details.act)))?.sweep ?? null
  return {
    kind: "act",
    event,
    receipt: await receiptOfAct(id),
    ended: await (sweep ? endedBySweep(sweep.id) : endedByAct(event)),
    sweep,
    told: email ? await toldWith(email, event.at) : [],
  }
}
