import { defineAuthentication } from "../core/authentication.ts"
import type { AuthenticationOptions } from "../core/authentication-options.ts"
import { tokenPurposes } from "../core/token.ts"

export const hours = { inactivityTimeoutMs: 3_600_000, maximumLifetimeMs: 36_000_000 }
export const lifetimes = Object.fromEntries(
  tokenPurposes.map((purpose) => [purpose, { standard: hours }]),
)
/** Options that hold, for tests that break one of them. */
export const good = {
  tokens: {
    enabled: true,
    storeAllTokens: true,
    requireTokenPresenceForAuthentication: true,
    policy: { lifetimes, touchIntervalMs: 60_000, freshForMs: 600_000 },
    retention: { endedMs: 1, auditMs: 7_776_000_000 },
    revoke: async () => ({}),
  },
  strategies: { password: { minimumLength: 12 } },
  addOns: [{}],
} as unknown as AuthenticationOptions

/** The shape that a caller without a type checker could hand over. */
export type Loose = Record<string, unknown>
export const tokens = (change: Loose) => ({ ...good, tokens: { ...good.tokens, ...change } })
export const addOn = (options: Loose) => ({ ...good, addOns: [options] })
export const policy = (change: Loose) => tokens({ policy: { ...good.tokens.policy, ...change } })
export const api = (change: Loose) =>
  policy({ lifetimes: { ...lifetimes, api: { standard: { ...hours, ...change } } } })

/** Every problem with these options, as the person who starts the app reads them. */
export function problemsOf(options: AuthenticationOptions): string[] {
  try {
    defineAuthentication(options)
    return []
  } catch (error) {
    return String((error as Error).message)
      .split("\n- ")
      .slice(1)
  }
}
