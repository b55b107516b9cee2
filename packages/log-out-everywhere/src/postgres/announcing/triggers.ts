import { schema } from "../judgement.ts"
import { layoutOf, quoted, type UsersTable } from "../layout.ts"

/** The channel on which PostgreSQL passes announcements on, at commit. */
export const channel = schema

/**
 * What announces whose tokens have changed: row triggers, so that a session that is ended, rotated or restored
 * by hand is announced as well as by an act. A touch changes none of what they look at, but where a shorter
 * timeout brings the end nearer.
 *
 * What was over already is deleted in silence: the expunger would announce thousands.
 */
export const announcements = `-- Tells every process that listens whose tokens have changed. An id that is too long for it means everybody.
CREATE FUNCTION ${schema}.announce(kind text, id text) RETURNS void LANGUAGE sql AS $function$
  SELECT pg_catalog.pg_notify('${channel}', CASE WHEN octet_length(id) < 2000 THEN kind || ' ' || id ELSE 'everybody' END)
$function$;

CREATE FUNCTION ${schema}.announce_owner() RETURNS trigger LANGUAGE plpgsql AS $function$
BEGIN
  IF TG_OP <> 'INSERT' THEN PERFORM ${schema}.announce('owner', OLD."userId"::text); END IF;
  IF TG_OP <> 'DELETE' THEN PERFORM ${schema}.announce('owner', NEW."userId"::text); END IF;
  RETURN NULL;
END
$function$;

-- For the users table. The argument names the column of the id.
CREATE FUNCTION ${schema}.announce_user() RETURNS trigger LANGUAGE plpgsql AS $function$
BEGIN
  PERFORM ${schema}.announce('owner', to_jsonb(NEW) ->> TG_ARGV[0]);
  RETURN NULL;
END
$function$;

CREATE FUNCTION ${schema}.announce_purpose() RETURNS trigger LANGUAGE plpgsql AS $function$
BEGIN
  PERFORM ${schema}.announce('purpose', OLD.purpose);
  RETURN NULL;
END
$function$;

CREATE FUNCTION ${schema}.announce_everybody() RETURNS trigger LANGUAGE plpgsql AS $function$
BEGIN
  PERFORM pg_catalog.pg_notify('${channel}', 'everybody');
  RETURN NULL;
END
$function$;

CREATE TRIGGER announce_new AFTER INSERT ON ${schema}.token FOR EACH ROW
  WHEN (NEW.purpose <> 'browser') EXECUTE FUNCTION ${schema}.announce_owner();
CREATE TRIGGER announce_change AFTER UPDATE ON ${schema}.token FOR EACH ROW
  WHEN ((OLD.hash, OLD.purpose, OLD."userId", OLD.epoch, OLD."realmGeneration", OLD."expiresAt", OLD."revokedAt")
    IS DISTINCT FROM (NEW.hash, NEW.purpose, NEW."userId", NEW.epoch, NEW."realmGeneration", NEW."expiresAt", NEW."revokedAt")
    OR NEW."idleAt" < OLD."idleAt") EXECUTE FUNCTION ${schema}.announce_owner();
CREATE TRIGGER announce_end AFTER DELETE ON ${schema}.token FOR EACH ROW
  WHEN (OLD."revokedAt" IS NULL AND least(OLD."idleAt", OLD."expiresAt") > now())
  EXECUTE FUNCTION ${schema}.announce_owner();

CREATE TRIGGER announce_change AFTER UPDATE ON ${schema}.owner FOR EACH ROW
  WHEN ((OLD."userId", OLD.epoch, OLD."disabledAt") IS DISTINCT FROM (NEW."userId", NEW.epoch, NEW."disabledAt"))
  EXECUTE FUNCTION ${schema}.announce_owner();
CREATE TRIGGER announce_end AFTER DELETE ON ${schema}.owner FOR EACH ROW
  EXECUTE FUNCTION ${schema}.announce_owner();

CREATE TRIGGER announce_change AFTER UPDATE ON ${schema}.realm FOR EACH ROW
  WHEN ((OLD.purpose, OLD.generation) IS DISTINCT FROM (NEW.purpose, NEW.generation))
  EXECUTE FUNCTION ${schema}.announce_purpose();
CREATE TRIGGER announce_end AFTER DELETE ON ${schema}.realm FOR EACH ROW
  EXECUTE FUNCTION ${schema}.announce_purpose();

${["token", "owner", "realm"]
  .map(
    (
      table,
    ) => `CREATE TRIGGER announce_truncation AFTER TRUNCATE ON ${schema}.${table} FOR EACH STATEMENT
  EXECUTE FUNCTION ${schema}.announce_everybody();`,
  )
  .join("\n")}`

/**
 * The statements that announce a change of what a check reads along from the users table: the role, and the
 * columns that are named. None if there is neither. `migrate` runs them; run them again when the columns change.
 */
export function announcing(users: UsersTable): readonly string[] {
  const { id = "id", role, columns = [], isSet = {} } = users
  // As text, since a column of JSON has no equality.
  const changes = [...(role ? [role] : []), ...columns].map((column) => {
    const name = quoted(column)
    return `OLD.${name}::text IS DISTINCT FROM NEW.${name}::text`
  })
  const fillings = Object.values(isSet).map(
    (column) => `(OLD.${quoted(column)} IS NULL) <> (NEW.${quoted(column)} IS NULL)`,
  )
  const all = [...changes, ...fillings]
  if (all.length === 0) return []
  return [
    `CREATE OR REPLACE TRIGGER ${schema}_announce AFTER UPDATE ON ${layoutOf(users).users} FOR EACH ROW
  WHEN (${all.join("\n    OR ")})
  EXECUTE FUNCTION ${schema}.announce_user('${id.replaceAll("'", "''")}')`,
  ]
}
