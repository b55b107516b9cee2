import { type Authentication, defineAuthentication } from "./authentication.ts"
import { everyPurpose } from "./policy.ts"
import { devicePurposes } from "./triggers.ts"

const minute = 60_000
const day = 24 * 60 * minute

/**
 * A policy to start with: sessions of 30 days at most, idle after 14; API tokens of a year, idle after 90 days;
 * links that wait in a mailbox for an hour, and invitations for a week. A change of the password ends every other
 * session; log out everywhere ends everything. What is over is kept for 90 days.
 *
 * An app with further purposes or other needs (ASVS 7.1.1) writes its own with `defineAuthentication`.
 */
export function defaultAuthentication(): Authentication {
  const link = { standard: { inactivityTimeoutMs: 60 * minute, maximumLifetimeMs: 60 * minute } }
  const long = { standard: { inactivityTimeoutMs: 90 * day, maximumLifetimeMs: 365 * day } }
  const week = { standard: { inactivityTimeoutMs: 7 * day, maximumLifetimeMs: 7 * day } }
  const lifetimes = {
    session: { standard: { inactivityTimeoutMs: 14 * day, maximumLifetimeMs: 30 * day } },
    api: long,
    browser: long,
    invitation: week,
    email_change_undo: week,
    report: week,
  }
  return defineAuthentication({
    strategies: { password: { minimumLength: 12 } },
    addOns: [{}],
    triggers: {
      password_changed: { scope: "others", purposes: devicePurposes },
    },
    tokens: {
      enabled: true,
      storeAllTokens: true,
      requireTokenPresenceForAuthentication: true,
      policy: {
        lifetimes: everyPurpose(link, lifetimes),
        touchIntervalMs: minute,
        freshForMs: 10 * minute,
      },
      retention: { endedMs: 90 * day, auditMs: 400 * day },
    },
  })
}
