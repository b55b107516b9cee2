import { schema } from "./judgement.ts"
import type { Layout } from "./layout.ts"

/**
 * The function by which everything that ends more than one token of a person does so: the store's acts, and
 * the triggers on columns of the app's.
 *
 * One look at what bears the epoch that is over, however much that is. Only what goes on is written to, and
 * is found by an array of ids, since the planner would walk the whole table for a subquery of unknown size.
 */
export const raiseEpoch = ({
  users,
  id,
  type,
}: Layout) => `-- Raises an owner's epoch: ends what is live of the purposes, and says how many of each there were.
CREATE FUNCTION ${schema}.raise_epoch(
  owner_id ${type}, act_at timestamptz, act_reason text, act_by ${type},
  ended_purposes text[], spared_id uuid, issued_after timestamptz
) RETURNS TABLE (purpose text, tokens integer) LANGUAGE plpgsql AS $function$
#variable_conflict use_column
DECLARE
  raised_epoch integer;
BEGIN
  INSERT INTO ${schema}.owner AS o ("userId", epoch, raised, "raisedAt")
    SELECT ${id}, 1, pg_current_xact_id(), clock_timestamp() FROM ${users} WHERE ${id} = owner_id FOR KEY SHARE
    ON CONFLICT ("userId") DO UPDATE
      SET epoch = o.epoch + 1, raised = pg_current_xact_id(), "raisedAt" = clock_timestamp()
    RETURNING o.epoch INTO raised_epoch;
  IF raised_epoch IS NULL THEN RETURN; END IF;

  INSERT INTO ${schema}.ended_epoch ("userId", epoch, at, reason, "byId", purposes)
    VALUES (owner_id, raised_epoch - 1, act_at, act_reason, act_by, ended_purposes || 'browser'::text)
    ON CONFLICT DO NOTHING;

  RETURN QUERY
  WITH present AS MATERIALIZED (
    SELECT t.id, t.purpose, t."idleAt" > act_at AND CASE WHEN t.purpose = 'browser'
      THEN t.id IS DISTINCT FROM (
        SELECT s."browserId" FROM ${schema}.token s WHERE s.id = spared_id AND s."userId" = owner_id)
      ELSE t.purpose = ANY (ended_purposes) AND t.id IS DISTINCT FROM spared_id
        AND t."issuedAt" > issued_after AND t."realmGeneration" >= r.generation AND o."disabledAt" IS NULL
      END AS "isOver"
    FROM ${schema}.token t
      JOIN ${schema}.owner o ON o."userId" = t."userId" JOIN ${schema}.realm r ON r.purpose = t.purpose
    WHERE t."userId" = owner_id AND t."revokedAt" IS NULL AND t.epoch = raised_epoch - 1 AND t."expiresAt" > act_at),
  carried AS (
    UPDATE ${schema}.token c SET epoch = raised_epoch
    WHERE c.id = ANY (ARRAY(SELECT p.id FROM present p WHERE NOT p."isOver")) AND c."revokedAt" IS NULL)
  SELECT p.purpose, count(*)::integer FROM present p
  WHERE p."isOver" AND p.purpose <> 'browser' GROUP BY p.purpose;
END
$function$;`
