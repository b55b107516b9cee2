-- How each token began, in a narrow table of its own: the administrators' filters have their indexes here, and a
-- touch, which changes nothing of it, pays for none of them.
CREATE TABLE "TokenOrigin" (
  "tokenId" UUID NOT NULL,
  "purpose" TEXT NOT NULL,
  "method" TEXT NOT NULL,
  "issuedAt" TIMESTAMPTZ(3) NOT NULL,
  "address" INET,
  "deviceKind" TEXT NOT NULL,
  "browser" TEXT,
  "system" TEXT,

  CONSTRAINT "TokenOrigin_pkey" PRIMARY KEY ("tokenId")
);

INSERT INTO "TokenOrigin" ("tokenId", "purpose", "method", "issuedAt", "address", "deviceKind", "browser", "system")
SELECT id, purpose, method, "issuedAt", address, "deviceKind", browser, system FROM log_out_everywhere.token;

ALTER TABLE "TokenOrigin" ADD CONSTRAINT "TokenOrigin_tokenId_fkey"
  FOREIGN KEY ("tokenId") REFERENCES "log_out_everywhere"."token"("id") ON DELETE CASCADE ON UPDATE CASCADE;
CREATE INDEX "TokenOrigin_issuedAt_tokenId_idx" ON "TokenOrigin"("issuedAt" DESC, "tokenId");
CREATE INDEX "TokenOrigin_address_idx" ON "TokenOrigin"("address");
CREATE INDEX "TokenOrigin_browser_system_idx" ON "TokenOrigin"("browser", "system");
CREATE INDEX "TokenOrigin_deviceKind_idx" ON "TokenOrigin"("deviceKind");
-- A person with Safari has one of Apple's systems: without this, the planner takes both for chance.
CREATE STATISTICS "TokenOrigin_device" ON "browser", "system", "deviceKind" FROM "TokenOrigin";

CREATE FUNCTION keep_token_origin() RETURNS trigger LANGUAGE plpgsql AS $function$
BEGIN
  INSERT INTO public."TokenOrigin" ("tokenId", "purpose", "method", "issuedAt", "address", "deviceKind", "browser", "system")
    SELECT id, purpose, method, "issuedAt", address, "deviceKind", browser, system FROM added;
  RETURN NULL;
END
$function$;

CREATE TRIGGER keep_origin AFTER INSERT ON log_out_everywhere.token REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION keep_token_origin();

-- An address is shortened after the end, and user agents may be read again.
CREATE FUNCTION change_token_origin() RETURNS trigger LANGUAGE plpgsql AS $function$
BEGIN
  UPDATE public."TokenOrigin" SET "purpose" = NEW.purpose, "method" = NEW.method, "issuedAt" = NEW."issuedAt",
    "address" = NEW.address, "deviceKind" = NEW."deviceKind", "browser" = NEW.browser, "system" = NEW.system
    WHERE "tokenId" = NEW.id;
  RETURN NULL;
END
$function$;

CREATE TRIGGER change_origin AFTER UPDATE OF purpose, method, "issuedAt", address, "deviceKind", browser, system
  ON log_out_everywhere.token FOR EACH ROW
  WHEN ((OLD.purpose, OLD.method, OLD."issuedAt", OLD.address, OLD."deviceKind", OLD.browser, OLD.system)
    IS DISTINCT FROM (NEW.purpose, NEW.method, NEW."issuedAt", NEW.address, NEW."deviceKind", NEW.browser, NEW.system))
  EXECUTE FUNCTION change_token_origin();

-- Of ended tokens alone, so that no touch writes to it.
CREATE INDEX token_reason_idx ON log_out_everywhere.token ("revocationReason") WHERE "revocationReason" IS NOT NULL;

-- The order by beginning has moved to the table above.
DROP INDEX log_out_everywhere.token_issued_idx;
