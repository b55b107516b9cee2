import { auditHref, textOf } from "@/app/(private)/admin/audit/search"
import { sessionsHref } from "@/app/(private)/admin/sessions/search"
import type { Measure, Side } from "@/lib/db/incidents/overview"
import type { AuditAction } from "@/lib/names/audit-action"
import { anyWord, type TokenQuery } from "@/lib/names/token-filter"

/** Where each number of the overview leads: the one place that says so. */

interface Moments {
  readonly from: Date
  readonly until?: Date
}

/** What happened: entries of the audit log. */
export const happenedHref = (
  search: { readonly action?: AuditAction; readonly address?: string },
  { from, until }: Moments,
) => auditHref({ ...search, from: textOf(+from), until: until && textOf(+until) })

/** What there is: sessions and other tokens, by the words of their list's filters. */
export const tokensHref = (query: TokenQuery) => sessionsHref({ query })

/** Sessions that ended for this reason. */
export const endedHref = (reason?: string) =>
  tokensHref(
    reason === "idle" || reason === "expired" ? { status: reason } : { status: "revoked", reason },
  )

/** Tokens of one device, way in or purpose: those that live, or were begun since. */
export const sideHref = (measure: Measure, side: Side, part: string, { from }: Moments) =>
  tokensHref({
    [side]: part,
    ...(measure === "begun" && { since: from.toISOString() }),
    ...statusOf(measure),
  })

const statusOf = (measure: Measure) =>
  measure === "live" ? {} : { status: measure === "begun" ? anyWord : "revoked" }
