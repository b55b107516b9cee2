-- The tables of the add-on, as `log-out-everywhere migrate --print` writes them.

CREATE SCHEMA log_out_everywhere;

CREATE TABLE log_out_everywhere.migration (
  name text PRIMARY KEY,
  "appliedAt" timestamptz(3) NOT NULL DEFAULT clock_timestamp()
);

-- A generation per purpose. Raising it voids every token of that purpose at once, however many.
CREATE TABLE log_out_everywhere.realm (
  purpose text PRIMARY KEY,
  generation integer NOT NULL DEFAULT 0
);
INSERT INTO log_out_everywhere.realm (purpose) VALUES ('session'), ('api'), ('password_reset'), ('magic_link'), ('invitation'), ('email_change'), ('email_change_undo'), ('report'), ('browser');

CREATE TABLE log_out_everywhere.reason (
  reason text PRIMARY KEY
);
INSERT INTO log_out_everywhere.reason (reason) VALUES ('log_out'), ('replaced'), ('revoked_by_user'), ('log_out_others'), ('log_out_everywhere'), ('password_change'), ('password_reset'), ('reset_by_admin'), ('email_change'), ('provider_change'), ('reported'), ('session_limit'), ('revoked_by_admin'), ('role_change'), ('account_disabled'), ('used');

-- A user, as the add-on sees them. A token is live only while it bears the epoch.
CREATE TABLE log_out_everywhere.owner (
  "userId" uuid PRIMARY KEY REFERENCES "public"."User" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
  epoch integer NOT NULL DEFAULT 0,
  "disabledAt" timestamptz(3),
  -- The transaction that raised the epoch last, for marks.
  raised xid8,
  "raisedAt" timestamptz(3)
);

-- One table for every secret that the app hands out.
CREATE TABLE log_out_everywhere.token (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  -- SHA-256 of the secret. The secret itself is nowhere.
  hash bytea NOT NULL CONSTRAINT token_hash_is_sha256 CHECK (octet_length(hash) = 32),
  purpose text NOT NULL REFERENCES log_out_everywhere.realm (purpose) ON UPDATE CASCADE,
  "userId" uuid NOT NULL REFERENCES log_out_everywhere.owner ("userId") ON DELETE CASCADE ON UPDATE CASCADE,
  epoch integer NOT NULL,
  "realmGeneration" integer NOT NULL,
  method text NOT NULL,
  "isRemembered" boolean NOT NULL DEFAULT false,
  "issuedAt" timestamptz(3) NOT NULL,
  "provedAt" timestamptz(3) NOT NULL,
  "lastActiveAt" timestamptz(3) NOT NULL,
  "idleAt" timestamptz(3) NOT NULL,
  "expiresAt" timestamptz(3) NOT NULL,
  address inet,
  "userAgent" text,
  "deviceKind" text NOT NULL DEFAULT 'unknown',
  browser text,
  system text,
  -- The `iss` and `sid` of the provider's session from which this one came.
  "providerIssuer" text,
  "providerSid" text,
  -- The browser in which a session was opened: the row by which it is known.
  "browserId" uuid REFERENCES log_out_everywhere.token (id) ON DELETE SET NULL ON UPDATE CASCADE,
  name text,
  data jsonb,
  "revokedAt" timestamptz(3),
  "revocationReason" text REFERENCES log_out_everywhere.reason (reason) ON UPDATE CASCADE,
  "revokedById" uuid REFERENCES "public"."User" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
  CONSTRAINT token_revocation_is_whole CHECK (("revokedAt" IS NULL) = ("revocationReason" IS NULL))
);
CREATE UNIQUE INDEX token_hash_key ON log_out_everywhere.token (hash);
-- By it an act finds what goes on, and not what it ends, nor what earlier acts left behind.
CREATE INDEX token_epoch_idx ON log_out_everywhere.token ("userId", epoch, purpose) WHERE "revokedAt" IS NULL;
CREATE INDEX token_owner_idx ON log_out_everywhere.token ("userId", purpose, "revokedAt");
CREATE INDEX token_expires_idx ON log_out_everywhere.token ("expiresAt");
CREATE INDEX token_revoked_by_idx ON log_out_everywhere.token ("revokedById");
CREATE INDEX token_browser_idx ON log_out_everywhere.token ("browserId");
CREATE INDEX token_provider_idx ON log_out_everywhere.token ("providerIssuer", "providerSid") WHERE "providerIssuer" IS NOT NULL;

-- When a generation was raised above, and by whom. An act on everyone has one of these, however many it reached.
CREATE TABLE log_out_everywhere.ended_generation (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  purpose text NOT NULL REFERENCES log_out_everywhere.realm (purpose) ON UPDATE CASCADE,
  generation integer NOT NULL,
  at timestamptz(3) NOT NULL,
  "byId" uuid
);
CREATE UNIQUE INDEX ended_generation_key ON log_out_everywhere.ended_generation (purpose, generation);

-- When a user's epoch was raised above, why and by whom. An act has one of these, however many tokens it
-- ended: those of these purposes, and of these generations or later, that still bear the epoch.
CREATE TABLE log_out_everywhere.ended_epoch (
  "userId" uuid NOT NULL REFERENCES log_out_everywhere.owner ("userId") ON DELETE CASCADE ON UPDATE CASCADE,
  epoch integer NOT NULL,
  at timestamptz(3) NOT NULL,
  reason text NOT NULL REFERENCES log_out_everywhere.reason (reason) ON UPDATE CASCADE,
  "byId" uuid REFERENCES "public"."User" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
  purposes text[] NOT NULL,
  generations integer[] NOT NULL,
  PRIMARY KEY ("userId", epoch)
);
CREATE INDEX ended_epoch_at_idx ON log_out_everywhere.ended_epoch (at);
CREATE INDEX ended_epoch_by_idx ON log_out_everywhere.ended_epoch ("byId");

-- Raises an owner's epoch: ends what is live of the purposes. Returns the epoch that is over; null without such a user.
CREATE FUNCTION log_out_everywhere.raise_epoch(
  owner_id uuid, act_at timestamptz, act_reason text, act_by uuid,
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
  spared_owner uuid;
BEGIN
  INSERT INTO log_out_everywhere.owner AS o ("userId", epoch, raised, "raisedAt")
    SELECT "id", 1, pg_current_xact_id(), clock_timestamp() FROM "public"."User" WHERE "id" = owner_id FOR KEY SHARE
    ON CONFLICT ("userId") DO UPDATE
      SET epoch = o.epoch + 1, raised = pg_current_xact_id(), "raisedAt" = clock_timestamp()
    RETURNING o.epoch - 1, o."disabledAt" IS NOT NULL INTO ended_epoch, is_disabled;
  IF ended_epoch IS NULL THEN RETURN NULL; END IF;

  SELECT array_agg(r.purpose) FILTER (WHERE r.ends), array_agg(r.generation) FILTER (WHERE r.ends),
      array_agg(r.purpose) FILTER (WHERE NOT r.ends) INTO over, generations, kept
    FROM (SELECT purpose, generation, purpose = ANY (ended_purposes || 'browser'::text) AND NOT is_disabled AS ends
      FROM log_out_everywhere.realm) r;
  INSERT INTO log_out_everywhere.ended_epoch ("userId", epoch, at, reason, "byId", purposes, generations)
    VALUES (owner_id, ended_epoch, act_at, act_reason, act_by, coalesce(over, '{}'), coalesce(generations, '{}'))
    ON CONFLICT DO NOTHING;

  SELECT array_agg(t.id) INTO survivors FROM log_out_everywhere.token t
    WHERE t."userId" = owner_id AND t.epoch = ended_epoch AND t.purpose = ANY (kept) AND t."revokedAt" IS NULL;
  IF spared_id IS NOT NULL THEN
    SELECT t."userId", CASE WHEN b.purpose = 'browser' AND b."userId" = t."userId" THEN b.id END
      INTO spared_owner, spared_browser
      FROM log_out_everywhere.token t LEFT JOIN log_out_everywhere.token b ON b.id = t."browserId" WHERE t.id = spared_id;
    IF spared_owner = owner_id THEN survivors := survivors || spared_id || spared_browser; END IF;
  END IF;
  IF issued_after > '-infinity' THEN
    SELECT survivors || array_agg(t.id) INTO survivors FROM log_out_everywhere.token t
      WHERE t."userId" = owner_id AND t.epoch = ended_epoch AND t.purpose = ANY (over) AND t.purpose <> 'browser'
        AND t."revokedAt" IS NULL AND t."issuedAt" <= issued_after;
  END IF;
  UPDATE log_out_everywhere.token SET epoch = ended_epoch + 1
    WHERE id = ANY (survivors) AND epoch + 0 = ended_epoch AND "revokedAt" IS NULL
      AND least("idleAt", "expiresAt") > act_at;

  RETURN ended_epoch;
END
$function$;

-- The first argument names the column that holds the user's id, the second the reason, the third what ends.
CREATE FUNCTION log_out_everywhere.on_change() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $function$
DECLARE
  owner_id uuid := (to_jsonb(OLD) ->> TG_ARGV[0])::uuid;
BEGIN
  IF current_setting('log_out_everywhere.rehash', true) = owner_id::text THEN RETURN NULL; END IF;
  PERFORM FROM log_out_everywhere.owner o JOIN log_out_everywhere.ended_epoch e ON e."userId" = o."userId" AND e.epoch = o.epoch - 1
    WHERE o."userId" = owner_id AND o.raised = pg_current_xact_id() AND e.reason = TG_ARGV[1];
  IF NOT FOUND THEN
    PERFORM log_out_everywhere.raise_epoch(owner_id, clock_timestamp(), TG_ARGV[1], NULL,
      string_to_array(TG_ARGV[2], ','), NULL, '-infinity');
  END IF;
  RETURN NULL;
END
$function$;

-- The first argument names the column of the id, the second the one that is set while the user is disabled.
CREATE FUNCTION log_out_everywhere.on_disabled() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $function$
DECLARE
  owner_id uuid := (to_jsonb(NEW) ->> TG_ARGV[0])::uuid;
  is_disabled boolean := coalesce(to_jsonb(NEW) ->> TG_ARGV[1], 'false') NOT IN ('false', '', '0');
BEGIN
  IF is_disabled THEN
    PERFORM log_out_everywhere.raise_epoch(owner_id, clock_timestamp(), 'account_disabled', NULL,
      string_to_array(TG_ARGV[2], ','), NULL, '-infinity');
    UPDATE log_out_everywhere.owner SET "disabledAt" = coalesce("disabledAt", clock_timestamp()) WHERE "userId" = owner_id;
  ELSE
    UPDATE log_out_everywhere.owner SET "disabledAt" = NULL WHERE "userId" = owner_id AND "disabledAt" IS NOT NULL;
  END IF;
  RETURN NULL;
END
$function$;

CREATE VIEW log_out_everywhere.token_status WITH (security_invoker = true) AS
SELECT t.id, t.hash, t.purpose, t."userId", t.epoch, t."realmGeneration", t.method, t."isRemembered",
  t."issuedAt", t."provedAt", t."lastActiveAt", t."idleAt", t."expiresAt", t.address, t."userAgent", t."deviceKind",
  t.browser, t.system, t."providerIssuer", t."providerSid", t."browserId", t.name, t.data,
  coalesce(e.at, t."revokedAt") AS "revokedAt",
  coalesce(e.reason, t."revocationReason") AS "revocationReason",
  CASE WHEN e.at IS NULL THEN t."revokedById" ELSE e."byId" END AS "revokedById",
  -- Ended when everyone was logged out: null of both if nobody knows when, or by whom.
  (t."revokedAt" IS NULL AND t."realmGeneration" < r.generation
  AND coalesce(g.at < least(least(t."idleAt", t."expiresAt"), e.at), e.at IS NULL)) AS "isVoided",
  CASE WHEN (t."revokedAt" IS NULL AND t."realmGeneration" < r.generation
  AND coalesce(g.at < least(least(t."idleAt", t."expiresAt"), e.at), e.at IS NULL)) THEN g.at END AS "voidedAt",
  CASE WHEN (t."revokedAt" IS NULL AND t."realmGeneration" < r.generation
  AND coalesce(g.at < least(least(t."idleAt", t."expiresAt"), e.at), e.at IS NULL)) THEN g."byId" END AS "voidedById",
  coalesce(e.at, t."revokedAt", least(t."expiresAt", t."idleAt")) AS "endsAt",
  t."revokedAt" IS NULL AND t."expiresAt" > now() AND t."idleAt" > now()
   AND t.epoch >= o.epoch AND t."realmGeneration" >= r.generation AND o."disabledAt" IS NULL AS "isLive",
  (t."revokedAt" IS NOT NULL OR e.at IS NOT NULL OR (t."revokedAt" IS NULL AND t."realmGeneration" < r.generation
  AND coalesce(g.at < least(least(t."idleAt", t."expiresAt"), e.at), e.at IS NULL))
  OR t.epoch < o.epoch AND least(t."idleAt", t."expiresAt") > now() OR coalesce(o."disabledAt" < least(t."idleAt", t."expiresAt"), false)) AS "isRevoked",
  CASE WHEN (t."revokedAt" IS NOT NULL OR e.at IS NOT NULL OR (t."revokedAt" IS NULL AND t."realmGeneration" < r.generation
  AND coalesce(g.at < least(least(t."idleAt", t."expiresAt"), e.at), e.at IS NULL))
  OR t.epoch < o.epoch AND least(t."idleAt", t."expiresAt") > now() OR coalesce(o."disabledAt" < least(t."idleAt", t."expiresAt"), false)) THEN 'revoked' WHEN t."expiresAt" <= now() THEN 'expired'
    WHEN t."idleAt" <= now() THEN 'idle' ELSE 'active' END AS status
FROM log_out_everywhere.token t JOIN log_out_everywhere.owner o ON o."userId" = t."userId" JOIN log_out_everywhere.realm r ON r.purpose = t.purpose
LEFT JOIN log_out_everywhere.ended_generation g
  ON g.purpose = t.purpose AND g.generation = t."realmGeneration" LEFT JOIN log_out_everywhere.ended_epoch e ON e."userId" = t."userId" AND e.epoch = t.epoch
  AND t."realmGeneration" >= e.generations[array_position(e.purposes, t.purpose)]
  AND e.at < least(t."idleAt", t."expiresAt", t."revokedAt");

INSERT INTO log_out_everywhere.migration (name) VALUES ('0001_tables');

-- What the app kept of it in tables of its own.
INSERT INTO log_out_everywhere.owner ("userId", epoch, "disabledAt")
SELECT "id", "epoch", "disabledAt" FROM "User";

UPDATE log_out_everywhere.realm r SET generation = old."generation"
FROM "Realm" old WHERE old."purpose"::text = r.purpose;

INSERT INTO log_out_everywhere.ended_generation (id, purpose, generation, at, "byId")
SELECT "id", "purpose"::text, "generation", "at", "byId" FROM "EndedGeneration";

INSERT INTO log_out_everywhere.ended_epoch ("userId", epoch, at, reason, "byId", purposes, generations)
SELECT "userId", "epoch", "at", "reason"::text, "byId", coalesce("purposes"::text[], '{}'),
  array_fill(0, ARRAY[coalesce(cardinality("purposes"), 0)])
FROM "EndedEpoch";

-- An address was text. What is none was worth nothing.
CREATE FUNCTION pg_temp.address_in(text) RETURNS inet LANGUAGE plpgsql AS $function$
BEGIN
  RETURN split_part($1, '%', 1)::inet;
EXCEPTION WHEN invalid_text_representation THEN
  RETURN NULL;
END
$function$;

-- Their browser and system are read from the user agent when the migration is done.
INSERT INTO log_out_everywhere.token (id, hash, purpose, "userId", epoch, "realmGeneration", method, "isRemembered",
  "issuedAt", "provedAt", "lastActiveAt", "idleAt", "expiresAt", address, "userAgent", "deviceKind", "browserId", name,
  data, "revokedAt", "revocationReason", "revokedById")
SELECT "id", "hash", "purpose"::text, "userId", "epoch", "realmGeneration", "method", "isRemembered",
  "issuedAt", "provedAt", "lastActiveAt", "idleAt", "expiresAt", pg_temp.address_in("address"), "userAgent",
  "deviceKind", "browserId", "name", "data", "revokedAt", "revocationReason"::text, "revokedById"
FROM "Token";

-- The orders of the app's lists.
CREATE INDEX token_last_active_idx ON log_out_everywhere.token (purpose, "lastActiveAt" DESC, id);
CREATE INDEX token_issued_idx ON log_out_everywhere.token (purpose, "issuedAt" DESC, id);
CREATE INDEX token_ended_idx ON log_out_everywhere.token
  ("userId", (coalesce("revokedAt", least("expiresAt", "idleAt"))), id) WHERE purpose = 'session';

DROP VIEW "token_status";
DROP TABLE "EndedEpoch", "EndedGeneration", "Token", "Realm";
ALTER TABLE "User" DROP COLUMN "epoch", DROP COLUMN "disabledAt";
DROP TYPE "TokenPurpose";
DROP TYPE "RevocationReason";
