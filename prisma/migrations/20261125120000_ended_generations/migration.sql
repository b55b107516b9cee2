-- CreateTable
CREATE TABLE "EndedGeneration" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "purpose" "TokenPurpose" NOT NULL,
    "generation" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byId" UUID,

    CONSTRAINT "EndedGeneration_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "EndedGeneration_purpose_generation_key" ON "EndedGeneration"("purpose", "generation");

-- Until now only the last of them was known.
INSERT INTO "EndedGeneration" ("purpose", "generation", "at", "byId")
SELECT "purpose", "generation" - 1, "raisedAt", "raisedById" FROM "Realm" WHERE "raisedAt" IS NOT NULL;

-- AlterTable
ALTER TABLE "Realm" DROP COLUMN "raisedAt",
DROP COLUMN "raisedById";
