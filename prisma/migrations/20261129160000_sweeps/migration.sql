-- An act on all that a filter found: what is frozen when it is previewed, and how far it has come.
CREATE TABLE "Sweep" (
  "id" UUID NOT NULL DEFAULT gen_random_uuid(),
  "byId" UUID,
  "operator" TEXT,
  "sparedId" UUID,
  "address" TEXT,
  "query" JSONB NOT NULL,
  "found" INTEGER NOT NULL DEFAULT 0,
  "summary" JSONB NOT NULL DEFAULT '{}',
  "reason" TEXT,
  "isMailed" BOOLEAN NOT NULL DEFAULT false,
  "madeAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "confirmedAt" TIMESTAMPTZ(3),
  "pausedAt" TIMESTAMPTZ(3),
  "finishedAt" TIMESTAMPTZ(3),
  "done" INTEGER NOT NULL DEFAULT 0,
  "ended" INTEGER NOT NULL DEFAULT 0,
  "told" INTEGER NOT NULL DEFAULT 0,
  "toldTo" UUID,

  CONSTRAINT "Sweep_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "Sweep_madeAt_idx" ON "Sweep"("madeAt");

-- What it is to end, the most recently used first. It drives the one who works, and no check reads it.
CREATE TABLE "SweptToken" (
  "sweepId" UUID NOT NULL,
  "place" INTEGER NOT NULL,
  "tokenId" UUID NOT NULL,

  CONSTRAINT "SweptToken_pkey" PRIMARY KEY ("sweepId", "place")
);
CREATE INDEX "SweptToken_tokenId_idx" ON "SweptToken"("tokenId");
ALTER TABLE "SweptToken" ADD CONSTRAINT "SweptToken_sweepId_fkey"
  FOREIGN KEY ("sweepId") REFERENCES "Sweep"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Of whom it has ended something.
CREATE TABLE "SweptPerson" (
  "sweepId" UUID NOT NULL,
  "userId" UUID NOT NULL,

  CONSTRAINT "SweptPerson_pkey" PRIMARY KEY ("sweepId", "userId")
);
ALTER TABLE "SweptPerson" ADD CONSTRAINT "SweptPerson_sweepId_fkey"
  FOREIGN KEY ("sweepId") REFERENCES "Sweep"("id") ON DELETE CASCADE ON UPDATE CASCADE;
