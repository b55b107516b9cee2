import { schema } from "./judgement.ts"
import type { Layout } from "./layout.ts"

/**
 * The function by which everything that ends more than one token of a person does so: the store's acts, and
 * the triggers on columns of the app's.
 *
 * It writes to what goes on, and finds that by its purpose: an act costs what survives it. Nothing is read of
 * what ends.
 *
 * The planner takes a person to have one token. So each step works with the arrays that the one before has
 * filled, in place of joins; a token is asked for by its id alone, without its owner; and `epoch + 0` keeps the
 * update from walking all that bears the epoch. An owner who is disabled has nothing live that could end.
 */
export const raiseEpoch = ({
  users,
  id,
  type,
}: Layout) => `-- Raises an owner's epoch: ends what is live of the purposes. Returns the epoch that is over; null without such a user.
CREATE FUNCTION ${schema}.raise_epoch(
  owner_id ${type}, act_at timestamptz, act_reason text, act_by ${type},
  ended_purposes text[], spared_id uuid, issued_after timestamptz
) RETURNS integer LANGUAGE plpgsql AS $function$
#variable_conflict use_column
DECLARE
  ended_epoch integer;
  is_disabled boolean;
  over text[];
  generations integer[];
  kept text[];
  survivors uuid[];
  spared_browser uuid;
  spared_owner ${type};
BEGIN
  INSERT INTO ${schema}.owner AS o ("userId", epoch, raised, "raisedAt")
    SELECT ${id}, 1, pg_current_xact_id(), clock_timestamp() FROM ${users} WHERE ${id} = owner_id FOR KEY SHARE
    ON CONFLICT ("userId") DO UPDATE
      SET epoch = o.epoch + 1, raised = pg_current_xact_id(), "raisedAt" = clock_timestamp()
    RETURNING o.epoch - 1, o."disabledAt" IS NOT NULL INTO ended_epoch, is_disabled;
  IF ended_epoch IS NULL THEN RETURN NULL; END IF;

  SELECT array_agg(r.purpose) FILTER (WHERE r.ends), array_agg(r.generation) FILTER (WHERE r.ends),
      array_agg(r.purpose) FILTER (WHERE NOT r.ends) INTO over, generations, kept
    FROM (SELECT purpose, generation, purpose = ANY (ended_purposes || 'browser'::text) AND NOT is_disabled AS ends
      FROM ${schema}.realm) r;
  INSERT INTO ${schema}.ended_epoch ("userId", epoch, at, reason, "byId", purposes, generations)
    VALUES (owner_id, ended_epoch, act_at, act_reason, act_by, coalesce(over, '{}'), coalesce(generations, '{}'))
    ON CONFLICT DO NOTHING;

  SELECT array_agg(t.id) INTO survivors FROM ${schema}.token t
    WHERE t."userId" = owner_id AND t.epoch = ended_epoch AND t.purpose = ANY (kept) AND t."revokedAt" IS NULL;
  IF spared_id IS NOT NULL THEN
    SELECT t."userId", CASE WHEN b.purpose = 'browser' AND b."userId" = t."userId" THEN b.id END
      INTO spared_owner, spared_browser
      FROM ${schema}.token t LEFT JOIN ${schema}.token b ON b.id = t."browserId" WHERE t.id = spared_id;
    IF spared_owner = owner_id THEN survivors := survivors || spared_id || spared_browser; END IF;
  END IF;
  IF issued_after > '-infinity' THEN
    SELECT survivors || array_agg(t.id) INTO survivors FROM ${schema}.token t
      WHERE t."userId" = owner_id AND t.epoch = ended_epoch AND t.purpose = ANY (over) AND t.purpose <> 'browser'
        AND t."revokedAt" IS NULL AND t."issuedAt" <= issued_after;
  END IF;
  UPDATE ${schema}.token SET epoch = ended_epoch + 1
    WHERE id = ANY (survivors) AND epoch + 0 = ended_epoch AND "revokedAt" IS NULL
      AND least("idleAt", "expiresAt") > act_at;

  RETURN ended_epoch;
END
$function$;`
