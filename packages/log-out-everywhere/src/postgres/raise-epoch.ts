import { schema } from "./judgement.ts"
import type { Layout } from "./layout.ts"

/**
 * The function by which everything that ends more than one token of a person does so: the store's acts, and
 * the triggers on columns of the app's.
 *
 * It writes to what goes on, and finds that by its purpose: an act costs what survives it. What ends is only
 * counted, once nothing else is left to do. What goes on is found by an array of ids, since the planner would
 * walk the whole table for a subquery of unknown size.
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
  ended_epoch integer;
  -- An owner who is disabled has nothing live that could end.
  is_disabled boolean;
  over text[];
  generations integer[];
BEGIN
  INSERT INTO ${schema}.owner AS o ("userId", epoch, raised, "raisedAt")
    SELECT ${id}, 1, pg_current_xact_id(), clock_timestamp() FROM ${users} WHERE ${id} = owner_id FOR KEY SHARE
    ON CONFLICT ("userId") DO UPDATE
      SET epoch = o.epoch + 1, raised = pg_current_xact_id(), "raisedAt" = clock_timestamp()
    RETURNING o.epoch - 1, o."disabledAt" IS NOT NULL INTO ended_epoch, is_disabled;
  IF ended_epoch IS NULL THEN RETURN; END IF;

  SELECT coalesce(array_agg(r.purpose), '{}'), coalesce(array_agg(r.generation), '{}') INTO over, generations
    FROM ${schema}.realm r WHERE r.purpose = ANY (ended_purposes || 'browser'::text) AND NOT is_disabled;
  INSERT INTO ${schema}.ended_epoch ("userId", epoch, at, reason, "byId", purposes, generations)
    VALUES (owner_id, ended_epoch, act_at, act_reason, act_by, over, generations) ON CONFLICT DO NOTHING;

  UPDATE ${schema}.token c SET epoch = ended_epoch + 1
  FROM ${schema}.realm r
  WHERE r.purpose = c.purpose AND c."realmGeneration" >= r.generation AND c."userId" = owner_id
    AND c.epoch = ended_epoch AND c."revokedAt" IS NULL AND least(c."idleAt", c."expiresAt") > act_at
    AND c.id = ANY (ARRAY(
      SELECT t.id FROM ${schema}.realm k JOIN ${schema}.token t
          ON t."userId" = owner_id AND t.epoch = ended_epoch AND t.purpose = k.purpose AND t."revokedAt" IS NULL
        WHERE k.purpose <> ALL (over)
      UNION ALL
      SELECT unnest(ARRAY[t.id, t."browserId"]) FROM ${schema}.token t
        WHERE t.id = spared_id AND t."userId" = owner_id
      UNION ALL
      SELECT t.id FROM ${schema}.token t
        WHERE issued_after > '-infinity' AND t."userId" = owner_id AND t.epoch = ended_epoch
          AND t."revokedAt" IS NULL AND t.purpose <> 'browser' AND t."issuedAt" <= issued_after));

  RETURN QUERY
  SELECT t.purpose, count(*)::integer FROM ${schema}.token t JOIN ${schema}.realm r ON r.purpose = t.purpose
  WHERE t."userId" = owner_id AND t.epoch = ended_epoch AND t.purpose = ANY (over) AND t.purpose <> 'browser'
    AND t."revokedAt" IS NULL AND t."realmGeneration" >= r.generation
    AND least(t."idleAt", t."expiresAt") > act_at
  GROUP BY t.purpose;
END
$function$;`
