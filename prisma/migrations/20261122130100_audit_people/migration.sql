-- CreateIndex
CREATE INDEX "AuditEvent_details_idx" ON "AuditEvent" USING GIN ("details" jsonb_path_ops);
