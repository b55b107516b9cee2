import { defineAuthentication, everyPurpose } from "log-out-everywhere"

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** What lives how long, and what ends with what. */
export const authentication = defineAuthentication({
  tokens: {
    enabled: true,
    storeAllTokens: true,
    requireTokenPresenceForAuthentication: true,
    policy: {
      lifetimes: everyPurpose({
        standard: { inactivityTimeoutMs: 2 * hour, maximumLifetimeMs: 12 * hour },
      }),
      touchIntervalMs: minute,
      freshForMs: 10 * minute,
    },
    retention: { endedMs: 90 * day, auditMs: 90 * day },
  },
  strategies: { password: { minimumLength: 12 } },
  addOns: [{ applyOnPasswordChange: true }],
})
