import type { Query } from "log-out-everywhere/postgres"
import type { Logger } from "pino"
import type { AuditEntry } from "@/lib/users/ports/stores"
import { type Pooled, poolQuery } from "./query"

const windowMs = 15 * 60_000
const everyMs = 60_000

/** Counts a refusal. The first one at its door goes into the audit log there and then. */
export async function addRefusal(
  query: Query,
  { action, actorId, targetId, address, details }: AuditEntry,
  door: string,
): Promise<void> {
  const facts = details ? JSON.stringify(details) : null
  const key = `${action}:${door}`
  await query(add, [key, action, actorId, targetId, address, facts, windowMs])
}

/** Tells the audit log of every count whose window is over, and says how many those were. */
export async function closeRefusals(on: Pooled): Promise<number> {
  const [closed] = await poolQuery(on)<{ closed: number }>(close, [])
  return closed?.closed ?? 0
}

/** Does so each minute, until it is stopped. What goes wrong is logged, and tried again. */
export function closeRefusalsRegularly(
  connection: Pooled,
  log: Pick<Logger, "error">,
): { readonly stop: () => void } {
  const timer = setInterval(() => {
    closeRefusals(connection).catch((error: unknown) => {
      const problem = error instanceof Error ? error.name : "unknown"
      log.error({ problem }, "the audit log could not be told how often something was refused")
    })
  }, everyMs).unref()
  return { stop: () => clearInterval(timer) }
}

/** In one statement: of two first refusals at the same time one is written down. */
const add = {
  name: "refusal_add",
  text: `WITH counted AS (
      INSERT INTO "RefusalCount" AS c (key, action, "actorId", "targetId", address, details, "endsAt")
      VALUES ($1, $2, $3::uuid, $4::uuid, $5, $6::jsonb, now() + $7 * interval '1 millisecond')
      ON CONFLICT (key) DO UPDATE SET count = c.count + 1
      RETURNING c.*)
    INSERT INTO "AuditEvent" (id, action, "actorId", "targetId", address, details)
    SELECT gen_random_uuid(), action, "actorId", "targetId", address, details FROM counted WHERE count = 1`,
}

/** Skips rows that another process holds: the first to come closes them. */
const close = {
  name: "refusal_close",
  text: `WITH over AS (
      DELETE FROM "RefusalCount" WHERE key IN (
        SELECT key FROM "RefusalCount" WHERE "endsAt" <= now() ORDER BY "endsAt" LIMIT 1000
        FOR UPDATE SKIP LOCKED)
      RETURNING *),
    told AS (
      INSERT INTO "AuditEvent" (id, action, "actorId", "targetId", address, details, count)
      SELECT gen_random_uuid(), action, "actorId", "targetId", address,
        coalesce(details, '{}') || jsonb_build_object('since', to_char("startedAt" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')),
        count FROM over WHERE count > 1)
    SELECT count(*)::int AS closed FROM over`,
}
