import type { PurposeLifetimes, Token } from "log-out-everywhere"
import { type TokenRow, tokenColumns, toToken } from "log-out-everywhere/postgres"
import { authentication } from "@/authentication"
import { type Pooled, poolQuery } from "@/lib/db/query"
import { isOnNewDevice } from "./new-device"

/** What a person should look at: all of it lives, and none of it is what they act with. */
export interface CheckUp {
  readonly newDevices: readonly Token[]
  readonly unusedSessions: readonly Token[]
  readonly unusedApiTokens: readonly Token[]
  /** What a second way in would be, where there is one alone. */
  readonly missingWayIn: "password" | "provider" | null
}

const day = 24 * 60 * 60_000

/**
 * How long a session was not used that is told of: 14 days, or half of the time after which it ends by itself,
 * whichever is first. One that goes idle after 14 days is never live and unused for as long.
 */
export const unusedSessionMs = Math.min(
  14 * day,
  longestInactivityMs(authentication.policy.lifetimes.session) / 2,
)

/** How long an API token was not used even once that is told of. */
export const unusedApiTokenMs = 7 * day

/** Asked in two queries, however much there is. */
export async function checkUpOf(
  userId: string,
  currentTokenId: string,
  on?: Pooled,
): Promise<CheckUp> {
  const query = poolQuery(on)
  const rows = await query<FoundRow>(findTokens, [userId, currentTokenId])
  const [ways] = await query<{ missing: CheckUp["missingWayIn"] }>(findWaysIn, [userId])
  const found = (finding: Finding) =>
    rows.filter((row) => row.finding === finding).map((row) => toToken(row))
  return {
    newDevices: found("new_device"),
    unusedSessions: found("unused_session"),
    unusedApiTokens: found("unused_api_token"),
    missingWayIn: ways?.missing ?? null,
  }
}

type Finding = "new_device" | "unused_session" | "unused_api_token"

interface FoundRow extends TokenRow {
  finding: Finding
}

const findTokens = {
  name: "check_up_tokens",
  text: `SELECT ${tokenColumns}, f.finding FROM log_out_everywhere.token_status t, LATERAL (SELECT CASE t.purpose
      WHEN 'session' THEN CASE WHEN ${isOnNewDevice} THEN 'new_device'
        WHEN t."lastActiveAt" <= now() - ${unusedSessionMs} * interval '1 ms' THEN 'unused_session' END
      WHEN 'api' THEN CASE WHEN t."lastActiveAt" = t."issuedAt"
        AND t."issuedAt" <= now() - ${unusedApiTokenMs} * interval '1 ms' THEN 'unused_api_token' END END AS finding) f
    WHERE t."userId" = $1::uuid AND t."isLive" AND t.purpose IN ('session', 'api') AND t.id <> $2::uuid
      AND f.finding IS NOT NULL ORDER BY t."issuedAt" DESC, t.id`,
}

const findWaysIn = {
  name: "check_up_ways_in",
  text: `SELECT CASE WHEN u."passwordHash" IS NULL AND a.count < 2 THEN 'password'
      WHEN u."passwordHash" IS NOT NULL AND a.count = 0 THEN 'provider' END AS missing
    FROM "User" u, LATERAL (SELECT count(*) FROM "Account" WHERE "userId" = u.id) a WHERE u.id = $1::uuid`,
}

function longestInactivityMs({ byRole = {}, ...own }: PurposeLifetimes): number {
  const each = [own, ...Object.values(byRole)].flatMap(({ standard, remembered = standard }) => [
    standard.inactivityTimeoutMs,
    remembered.inactivityTimeoutMs,
  ])
  return Math.max(...each)
}
