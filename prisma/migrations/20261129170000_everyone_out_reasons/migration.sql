-- What people are told of the time when everyone was logged out. It goes with the generation that ended.
CREATE TABLE "EveryoneOutReason" (
  "generationId" UUID NOT NULL,
  "reason" TEXT NOT NULL,

  CONSTRAINT "EveryoneOutReason_pkey" PRIMARY KEY ("generationId")
);

ALTER TABLE "EveryoneOutReason" ADD CONSTRAINT "EveryoneOutReason_generationId_fkey"
  FOREIGN KEY ("generationId") REFERENCES "log_out_everywhere"."ended_generation"("id") ON DELETE CASCADE ON UPDATE CASCADE;
