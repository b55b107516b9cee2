import { authentication } from "@/authentication"

/** As long as the mail's link can report it, whose log-in was the first from a device. */
const newForMs = authentication.policy.lifetimes.report.standard.maximumLifetimeMs

/**
 * Whether a session `t` was opened on a device that is new to its person: in a browser that was not known until
 * lately, of which they were mailed, and which they have not recognised. The one of an account's first log-in is
 * no news, there or here.
 */
export const isOnNewDevice = `EXISTS (SELECT FROM log_out_everywhere.token_status b
  WHERE b.id = t."browserId" AND b."issuedAt" > now() - ${newForMs} * interval '1 ms'
    AND EXISTS (SELECT FROM "AuditEvent" a
      WHERE a."targetId" = t."userId" AND a.action = 'log_in' AND a.at < b."issuedAt")
    AND NOT EXISTS (SELECT FROM "AuditEvent" a WHERE a."targetId" = t."userId"
      AND a.action = 'recognise_device' AND a.details @> jsonb_build_object('token', b.id)))`
