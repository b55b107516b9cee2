import { lifetimeOf, type TokenPolicy } from "log-out-everywhere"
import type { Role } from "@/lib/names/role"

/** Days for which a person can make an API token. */
export const apiTokenDays = [30, 90, 365] as const

export const maxApiTokenNameLength = 60

export interface ApiTokenChoice {
  readonly days: (typeof apiTokenDays)[number]
  /** What the policy leaves of it. */
  readonly lifetimeMs: number
}

const dayMs = 86_400_000

/** What this person can choose from. Days that the policy cuts to the same length are offered once. */
export function apiTokenChoices(policy: TokenPolicy, role: Role): readonly ApiTokenChoice[] {
  const { maximumLifetimeMs } = lifetimeOf(
    policy,
    { purpose: "api", isRemembered: false },
    { role },
  )
  return apiTokenDays
    .map((days) => ({ days, lifetimeMs: Math.min(days * dayMs, maximumLifetimeMs) }))
    .filter(
      ({ lifetimeMs }, index, all) =>
        all.findIndex((other) => other.lifetimeMs === lifetimeMs) === index,
    )
}
