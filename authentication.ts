import { defineAuthentication, type Lifetime } from "log-out-everywhere"

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** A link or an API token does not go idle: its maximum lifetime is its only deadline. */
const upTo = (maximumLifetimeMs: number): { standard: Lifetime } => ({
  standard: { inactivityTimeoutMs: maximumLifetimeMs, maximumLifetimeMs },
})

/** The one place of policy: what lives how long, and what ends with what. Why: decisions 13 and 14 (docs/decisions). */
export const authentication = defineAuthentication({
  tokens: {
    enabled: true,
    storeAllTokens: true,
    requireTokenPresenceForAuthentication: true,
    policy: {
      lifetimes: {
        session: {
          standard: { inactivityTimeoutMs: 2 * hour, maximumLifetimeMs: 12 * hour },
          remembered: { inactivityTimeoutMs: 14 * day, maximumLifetimeMs: 30 * day },
          byRole: {
            admin: { standard: { inactivityTimeoutMs: 30 * minute, maximumLifetimeMs: 12 * hour } },
          },
        },
        api: upTo(365 * day),
        password_reset: upTo(30 * minute),
        magic_link: upTo(10 * minute),
        invitation: upTo(7 * day),
        email_change: upTo(30 * minute),
        email_change_undo: upTo(7 * day),
        report: upTo(7 * day),
        // Each log-in there counts as use. Nobody's browser is known for ever.
        browser: {
          standard: { inactivityTimeoutMs: 365 * day, maximumLifetimeMs: 5 * 365 * day },
        },
      },
      // A person has a handful of devices. More than this is a program that never logs out.
      maxSessions: { standard: { max: 50, atLimit: "end_least_recent" } },
      touchIntervalMs: minute,
      freshForMs: 10 * minute,
    },
    retention: { endedMs: 90 * day, auditMs: 400 * day, addressMs: 30 * day },
  },
  strategies: { password: { minimumLength: 12 } },
  addOns: [
    {
      // Recovery outlives the attacker: a hijacker who logs out everywhere must not disarm the victim.
      excludePurposes: ["revocation", "report", "email_change_undo"],
      applyOnPasswordChange: true,
    },
    // The person's other choice on the security page: every device goes, their programs go on.
    {
      name: "log_out_devices",
      excludePurposes: ["revocation", "report", "email_change_undo", "api"],
    },
  ],
})
