-- What happened in each hour, for pictures of it.
CREATE TABLE "HourlyCount" (
    "measure" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "hour" TIMESTAMPTZ(3) NOT NULL,
    "part" TEXT NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "HourlyCount_pkey" PRIMARY KEY ("measure", "kind", "hour", "part")
);

-- Of one act, the latest first, however rare it is.
CREATE INDEX "AuditEvent_action_at_id_idx" ON "AuditEvent"("action", "at" DESC, "id");

-- An address as text, to compare with a network; null if it is none, so that no entry fails by it. Not for parallel
-- workers: in search of one page they run far beyond its end.
CREATE FUNCTION address_of(text) RETURNS inet LANGUAGE plpgsql IMMUTABLE STRICT AS $function$
BEGIN
  RETURN $1::inet;
EXCEPTION WHEN invalid_text_representation THEN
  RETURN NULL;
END
$function$;

-- Of every entry: of one with a condition the planner reads no statistics, and walks the whole log for a rare network.
CREATE INDEX "AuditEvent_address_idx" ON "AuditEvent" (address_of("address"));
