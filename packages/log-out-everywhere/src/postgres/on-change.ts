import { schema } from "./judgement.ts"
import type { Layout } from "./layout.ts"

/**
 * What triggers on an app's own columns run: they raise the owner in the transaction of the write itself,
 * whatever code, script or shell writes. SECURITY DEFINER, so that a role that may write the column need have
 * no right to the add-on's tables.
 *
 * An act of the app's for the same reason, earlier in the same transaction, has raised the owner and chosen
 * what goes on: the trigger leaves it at that.
 */
export const onChange = ({
  type,
}: Layout) => `-- The first argument names the column that holds the user's id, the second the reason, the third what ends.
CREATE FUNCTION ${schema}.on_change() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $function$
DECLARE
  owner_id ${type} := (to_jsonb(OLD) ->> TG_ARGV[0])::${type};
BEGIN
  IF current_setting('${schema}.rehash', true) = owner_id::text THEN RETURN NULL; END IF;
  PERFORM FROM ${schema}.owner o JOIN ${schema}.ended_epoch e ON e."userId" = o."userId" AND e.epoch = o.epoch - 1
    WHERE o."userId" = owner_id AND o.raised = pg_current_xact_id() AND e.reason = TG_ARGV[1];
  IF NOT FOUND THEN
    PERFORM ${schema}.raise_epoch(owner_id, clock_timestamp(), TG_ARGV[1], NULL,
      string_to_array(TG_ARGV[2], ','), NULL, '-infinity');
  END IF;
  RETURN NULL;
END
$function$;

-- The first argument names the column of the id, the second the one that is set while the user is disabled.
CREATE FUNCTION ${schema}.on_disabled() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $function$
DECLARE
  owner_id ${type} := (to_jsonb(NEW) ->> TG_ARGV[0])::${type};
  is_disabled boolean := coalesce(to_jsonb(NEW) ->> TG_ARGV[1], 'false') NOT IN ('false', '', '0');
BEGIN
  IF is_disabled THEN
    PERFORM ${schema}.raise_epoch(owner_id, clock_timestamp(), 'account_disabled', NULL,
      string_to_array(TG_ARGV[2], ','), NULL, '-infinity');
    UPDATE ${schema}.owner SET "disabledAt" = coalesce("disabledAt", clock_timestamp()) WHERE "userId" = owner_id;
  ELSE
    UPDATE ${schema}.owner SET "disabledAt" = NULL WHERE "userId" = owner_id AND "disabledAt" IS NOT NULL;
  END IF;
  RETURN NULL;
END
$function$;`
