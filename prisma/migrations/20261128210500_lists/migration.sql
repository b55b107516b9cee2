-- What Prisma's schema language cannot say.

-- Of one person what may still live, however much of theirs is over.
CREATE INDEX "Token_unrevoked_idx" ON "Token" ("userId", "expiresAt") WHERE "revokedAt" IS NULL;

-- One person's sessions by their end.
CREATE INDEX "Token_ended_idx" ON "Token" ("userId", (coalesce("revokedAt", least("expiresAt", "idleAt"))), "id")
WHERE "purpose" = 'session';

-- The time of an entry is the database's, and not that of one server of many. Of the moment, since an act may
-- have begun long before it got its turn.
ALTER TABLE "AuditEvent" ALTER COLUMN "at" SET DEFAULT clock_timestamp();
