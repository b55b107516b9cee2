-- The target's epoch that ended with an act: with "targetId" it names the row of "ended_epoch", which tells what ended.
ALTER TABLE "AuditEvent" ADD COLUMN "endedEpoch" INTEGER;
