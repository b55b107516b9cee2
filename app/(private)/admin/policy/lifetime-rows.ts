import type { Lifetime, PurposeLifetimes, RoleLifetimes, TokenPurpose } from "log-out-everywhere"
import { texts } from "@/lib/texts"

interface LifetimeRow {
  readonly what: string
  readonly lifetime: Lifetime
}

const words = texts.policy

/** Every lifetime of a purpose, each under its own name. */
export function lifetimeRows(
  purpose: TokenPurpose,
  { byRole = {}, ...lifetimes }: PurposeLifetimes,
): readonly LifetimeRow[] {
  const name = words.purposes[purpose]
  return [
    ...rowsOf(name, lifetimes),
    ...Object.entries(byRole).flatMap(([role, ofRole]) => rowsOf(words.ofRole(name, role), ofRole)),
  ]
}

const rowsOf = (name: string, { standard, remembered }: RoleLifetimes): LifetimeRow[] => [
  { what: name, lifetime: standard },
  ...(remembered ? [{ what: words.remembered(name), lifetime: remembered }] : []),
]
