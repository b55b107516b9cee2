-- CreateTable
CREATE TABLE "EndedEpoch" (
    "userId" UUID NOT NULL,
    "epoch" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "reason" "RevocationReason" NOT NULL,
    "byId" UUID,
    "purposes" "TokenPurpose"[],

    CONSTRAINT "EndedEpoch_pkey" PRIMARY KEY ("userId", "epoch")
);

-- CreateIndex
CREATE INDEX "EndedEpoch_at_idx" ON "EndedEpoch"("at");

-- CreateIndex
CREATE INDEX "EndedEpoch_byId_idx" ON "EndedEpoch"("byId");

-- AddForeignKey
ALTER TABLE "EndedEpoch" ADD CONSTRAINT "EndedEpoch_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EndedEpoch" ADD CONSTRAINT "EndedEpoch_byId_fkey" FOREIGN KEY ("byId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What an act leaves behind is unrevoked and of an epoch that is over: it must not be in the way of the next.
CREATE INDEX "Token_epoch_idx" ON "Token" ("userId", "epoch", "expiresAt") WHERE "revokedAt" IS NULL;
DROP INDEX "Token_unrevoked_idx";

-- Tokens with their end, whether it was written to the row or to the epoch that it bears.
CREATE VIEW "token_status" AS
SELECT t."id", t."hash", t."purpose", t."userId", t."epoch", t."realmGeneration", t."method", t."isRemembered",
  t."issuedAt", t."provedAt", t."lastActiveAt", t."idleAt", t."expiresAt", t."address", t."userAgent", t."deviceKind",
  t."browserId", t."name", t."data",
  coalesce(e."at", t."revokedAt") AS "revokedAt",
  coalesce(e."reason", t."revocationReason") AS "revocationReason",
  CASE WHEN e."at" IS NULL THEN t."revokedById" ELSE e."byId" END AS "revokedById"
FROM "Token" t LEFT JOIN "EndedEpoch" e ON e."userId" = t."userId" AND e."epoch" = t."epoch"
  AND t."purpose" = ANY (e."purposes") AND e."at" < least(t."idleAt", t."expiresAt", t."revokedAt");
