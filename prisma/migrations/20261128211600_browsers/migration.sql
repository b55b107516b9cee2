-- The browser in which a session was opened. Sessions of before have none.
ALTER TABLE "Token" ADD COLUMN "browserId" UUID;

CREATE INDEX "Token_browserId_idx" ON "Token"("browserId");

-- A browser that is deleted leaves its sessions as they are.
ALTER TABLE "Token" ADD CONSTRAINT "Token_browserId_fkey" FOREIGN KEY ("browserId") REFERENCES "Token"("id") ON DELETE SET NULL ON UPDATE CASCADE;

INSERT INTO "Realm" ("purpose") VALUES ('browser');
