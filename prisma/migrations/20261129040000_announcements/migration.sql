-- What the add-on's own migration does, and its trigger on the users table.
-- Tells every process that listens whose tokens have changed. An id that is too long for it means everybody.
CREATE FUNCTION log_out_everywhere.announce(kind text, id text) RETURNS void LANGUAGE sql AS $function$
  SELECT pg_catalog.pg_notify('log_out_everywhere', CASE WHEN octet_length(id) < 2000 THEN kind || ' ' || id ELSE 'everybody' END)
$function$;

CREATE FUNCTION log_out_everywhere.announce_owner() RETURNS trigger LANGUAGE plpgsql AS $function$
BEGIN
  IF TG_OP <> 'INSERT' THEN PERFORM log_out_everywhere.announce('owner', OLD."userId"::text); END IF;
  IF TG_OP <> 'DELETE' THEN PERFORM log_out_everywhere.announce('owner', NEW."userId"::text); END IF;
  RETURN NULL;
END
$function$;

-- For the users table. The argument names the column of the id.
CREATE FUNCTION log_out_everywhere.announce_user() RETURNS trigger LANGUAGE plpgsql AS $function$
BEGIN
  PERFORM log_out_everywhere.announce('owner', to_jsonb(NEW) ->> TG_ARGV[0]);
  RETURN NULL;
END
$function$;

CREATE FUNCTION log_out_everywhere.announce_purpose() RETURNS trigger LANGUAGE plpgsql AS $function$
BEGIN
  PERFORM log_out_everywhere.announce('purpose', OLD.purpose);
  RETURN NULL;
END
$function$;

CREATE FUNCTION log_out_everywhere.announce_everybody() RETURNS trigger LANGUAGE plpgsql AS $function$
BEGIN
  PERFORM pg_catalog.pg_notify('log_out_everywhere', 'everybody');
  RETURN NULL;
END
$function$;

CREATE TRIGGER announce_new AFTER INSERT ON log_out_everywhere.token FOR EACH ROW
  WHEN (NEW.purpose <> 'browser') EXECUTE FUNCTION log_out_everywhere.announce_owner();
CREATE TRIGGER announce_change AFTER UPDATE ON log_out_everywhere.token FOR EACH ROW
  WHEN ((OLD.hash, OLD.purpose, OLD."userId", OLD.epoch, OLD."realmGeneration", OLD."expiresAt", OLD."revokedAt")
    IS DISTINCT FROM (NEW.hash, NEW.purpose, NEW."userId", NEW.epoch, NEW."realmGeneration", NEW."expiresAt", NEW."revokedAt")
    OR NEW."idleAt" < OLD."idleAt") EXECUTE FUNCTION log_out_everywhere.announce_owner();
CREATE TRIGGER announce_end AFTER DELETE ON log_out_everywhere.token FOR EACH ROW
  WHEN (OLD."revokedAt" IS NULL AND least(OLD."idleAt", OLD."expiresAt") > now())
  EXECUTE FUNCTION log_out_everywhere.announce_owner();

CREATE TRIGGER announce_change AFTER UPDATE ON log_out_everywhere.owner FOR EACH ROW
  WHEN ((OLD."userId", OLD.epoch, OLD."disabledAt") IS DISTINCT FROM (NEW."userId", NEW.epoch, NEW."disabledAt"))
  EXECUTE FUNCTION log_out_everywhere.announce_owner();
CREATE TRIGGER announce_end AFTER DELETE ON log_out_everywhere.owner FOR EACH ROW
  EXECUTE FUNCTION log_out_everywhere.announce_owner();

CREATE TRIGGER announce_change AFTER UPDATE ON log_out_everywhere.realm FOR EACH ROW
  WHEN ((OLD.purpose, OLD.generation) IS DISTINCT FROM (NEW.purpose, NEW.generation))
  EXECUTE FUNCTION log_out_everywhere.announce_purpose();
CREATE TRIGGER announce_end AFTER DELETE ON log_out_everywhere.realm FOR EACH ROW
  EXECUTE FUNCTION log_out_everywhere.announce_purpose();

CREATE TRIGGER announce_truncation AFTER TRUNCATE ON log_out_everywhere.token FOR EACH STATEMENT
  EXECUTE FUNCTION log_out_everywhere.announce_everybody();
CREATE TRIGGER announce_truncation AFTER TRUNCATE ON log_out_everywhere.owner FOR EACH STATEMENT
  EXECUTE FUNCTION log_out_everywhere.announce_everybody();
CREATE TRIGGER announce_truncation AFTER TRUNCATE ON log_out_everywhere.realm FOR EACH STATEMENT
  EXECUTE FUNCTION log_out_everywhere.announce_everybody();

INSERT INTO log_out_everywhere.migration (name) VALUES ('0002_announcements');

CREATE OR REPLACE TRIGGER log_out_everywhere_announce AFTER UPDATE ON "public"."User" FOR EACH ROW
  WHEN (OLD."role"::text IS DISTINCT FROM NEW."role"::text
    OR OLD."email"::text IS DISTINCT FROM NEW."email"::text
    OR OLD."name"::text IS DISTINCT FROM NEW."name"::text
    OR OLD."image"::text IS DISTINCT FROM NEW."image"::text
    OR OLD."emailVerifiedAt"::text IS DISTINCT FROM NEW."emailVerifiedAt"::text
    OR (OLD."passwordHash" IS NULL) <> (NEW."passwordHash" IS NULL))
  EXECUTE FUNCTION log_out_everywhere.announce_user('id');
