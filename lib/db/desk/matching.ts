import type { TokenStatus } from "log-out-everywhere"
import { endedWithEpoch } from "log-out-everywhere/postgres"
import type { Bind } from "@/lib/db/lists/keyset"
import { containing } from "@/lib/db/lists/search-text"
import { emailPart } from "@/lib/names/email"
import { everyoneLoggedOut, type TokenFilter } from "@/lib/names/token-filter"
import { isUuid } from "@/lib/names/uuid"

/** Where a statement reads what a filter finds: the token `t`, how it began `g`, and its owner `u`. */
export interface Reads {
  readonly origin?: boolean
  readonly user?: boolean
}

/** The one SQL of a filter, from "FROM" on: whatever lists, counts, exports or ends tokens asks it. */
export function matching(filter: TokenFilter, bind: Bind, reads: Reads = {}): string {
  const { token, origin, user } = conditions(filter, bind)
  const joins = [
    (reads.origin || origin.length > 0) && `JOIN "TokenOrigin" g ON g."tokenId" = t.id`,
    (reads.user || user.length > 0) && `JOIN "User" u ON u.id = t."userId"`,
  ]
  return `FROM log_out_everywhere.token_status t ${joins.filter(Boolean).join(" ")}
    WHERE ${[...token, ...origin, ...user].join(" AND ") || "true"}`
}

function conditions(filter: TokenFilter, bind: Bind) {
  const { person, role, network, purpose, status, reason, issuedSince, issuedBefore } = filter
  const ago = (lengthMs: number) => momentAgo(lengthMs, bind)
  const token = [
    purpose && `t.purpose = ${literal(purpose)}`,
    status && ofStatus[status],
    person && isUuid(person) && `t."userId" = ${bind(person)}::uuid`,
    filter.unusedMs && `t."lastActiveAt" <= ${ago(filter.unusedMs)}`,
    filter.expiresInMs && `t."expiresAt" > now() AND t."expiresAt" <= ${ago(-filter.expiresInMs)}`,
    reason && (reason === everyoneLoggedOut ? voided : endedFor(bind(reason))),
  ]
  const origin = [
    network && `g.address <<= ${bind(network)}::inet`,
    filter.browser && `g.browser = ${bind(filter.browser)}`,
    filter.system && `g.system = ${bind(filter.system)}`,
    filter.deviceKind && `g."deviceKind" = ${bind(filter.deviceKind)}`,
    filter.method && `g.method = ${bind(filter.method)}`,
    issuedSince && `g."issuedAt" >= ${bind(issuedSince)}::timestamptz`,
    issuedBefore && `g."issuedAt" < ${bind(issuedBefore)}::timestamptz`,
  ].filter(said)
  // Follows from the filter, and tells where it begins to look of what it finds there.
  if (filter.unusedMs && origin.length > 0) {
    origin.push(`g."issuedAt" <= ${momentAgo(filter.unusedMs, bind)}`)
  }
  const user = [
    role && `u.role = ${literal(role)}`,
    person && !isUuid(person) && `u.email LIKE ${bind(containing(emailPart(person)))}`,
  ]
  return {
    token: [...token, origin.length > 0 && purpose && `g.purpose = ${literal(purpose)}`].filter(
      said,
    ),
    origin,
    user: user.filter(said),
  }
}

/**
 * Where a walk in this order may begin: nothing is used before it was issued. It follows from the filter, and tells
 * an index what the filter says of the other column.
 */
export function boundOf({ issuedSince, unusedMs }: TokenFilter, key: string, bind: Bind): string {
  if (issuedSince && key.includes("lastActiveAt")) {
    return `${key} >= ${bind(issuedSince)}::timestamptz`
  }
  return unusedMs && key.includes("issuedAt") ? `${key} <= ${momentAgo(unusedMs, bind)}` : "true"
}

const momentAgo = (lengthMs: number, bind: Bind) =>
  `now() - ${bind(lengthMs)}::float8 * interval '1 ms'`

const said = (condition: unknown): condition is string =>
  typeof condition === "string" && condition !== ""

/** What the view says, with the deadlines beside it, which follow from it: an index, or a look at the row, finds the few. */
const ofStatus: Readonly<Record<TokenStatus, string>> = {
  active: `t."isLive"`,
  revoked: `t."isRevoked"`,
  expired: `t.status = 'expired' AND t."expiresAt" <= now()`,
  idle: `t.status = 'idle' AND t."idleAt" <= now() AND t."expiresAt" > now()`,
}

/**
 * A reason stands on the row, or on the act that raised its owner's epoch. Each has its index, and the view, which
 * puts the two together, has none.
 */
const endedFor = (
  reason: string,
) => `t."isRevoked" AND t."revocationReason" = ${reason} AND t.id IN (
      SELECT r.id FROM log_out_everywhere.token r WHERE r."revocationReason" = ${reason}
      UNION ALL SELECT t.id FROM log_out_everywhere.ended_epoch e JOIN log_out_everywhere.token t ON ${endedWithEpoch}
        WHERE e.reason = ${reason})`

/** Few generations have ended: without one, nobody need look at the tokens. */
const voided = `t."isVoided" AND (t.purpose, t."realmGeneration") IN (
      SELECT v.purpose, v.generation FROM log_out_everywhere.ended_generation v)`

/** In the statement's text, so that the planner knows it. The types admit nothing that needs quoting. */
const literal = (word: string) => `'${word}'`
