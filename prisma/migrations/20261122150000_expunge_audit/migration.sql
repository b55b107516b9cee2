-- The app may add to the audit log and read it. What is old leaves it through this door alone, which runs
-- as the owner and opens for nothing younger than 90 days, whatever it is asked.
CREATE FUNCTION expunge_audit(before timestamptz, most integer) RETURNS integer
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH expunged AS (
    DELETE FROM "AuditEvent" WHERE id IN (
      SELECT id FROM "AuditEvent" WHERE at < least(before, now() - interval '90 days') ORDER BY at LIMIT most)
    RETURNING 1)
  SELECT count(*)::integer FROM expunged
$$;
