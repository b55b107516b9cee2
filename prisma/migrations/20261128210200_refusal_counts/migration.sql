-- CreateTable
CREATE TABLE "RefusalCount" (
    "key" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "actorId" UUID,
    "targetId" UUID,
    "address" TEXT,
    "details" JSONB,
    "count" INTEGER NOT NULL DEFAULT 1,
    "startedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "RefusalCount_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE INDEX "RefusalCount_endsAt_idx" ON "RefusalCount"("endsAt");

-- Whoever may count attempts may count refusals: `prisma migrate deploy` grants nothing by itself.
DO $$
DECLARE app name;
BEGIN
  FOR app IN SELECT DISTINCT grantee FROM information_schema.role_table_grants
    WHERE table_schema = 'public' AND table_name = 'RateLimit' AND privilege_type = 'DELETE'
      AND grantee <> current_user
  LOOP
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON "RefusalCount" TO %I', app);
  END LOOP;
END $$;

-- Streaks of failures had no end until now.
UPDATE "RateLimit" SET "key" = 'streak' || substr("key", length('row') + 1) WHERE "key" LIKE 'row:%';
UPDATE "RateLimit" SET "expire" = (extract(epoch FROM now() + interval '30 days') * 1000)::bigint
WHERE "expire" IS NULL;
