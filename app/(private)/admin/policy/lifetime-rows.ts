import { texts } from "@/lib/texts"
import type { Lifetime, PurposeLifetimes, TokenPurpose } from "@/lib/tokens"

interface LifetimeRow {
  readonly what: string
  readonly lifetime: Lifetime
}

/** Every lifetime of a purpose, each under its own name. */
export function lifetimeRows(
  purpose: TokenPurpose,
  { standard, remembered, byRole = {} }: PurposeLifetimes,
): readonly LifetimeRow[] {
  const words = texts.policy
  const name = words.purposes[purpose]
  return [
    { what: name, lifetime: standard },
    ...(remembered ? [{ what: words.remembered(name), lifetime: remembered }] : []),
    ...Object.entries(byRole).map(([role, lifetime]) => ({
      what: words.ofRole(name, role),
      lifetime,
    })),
  ]
}
