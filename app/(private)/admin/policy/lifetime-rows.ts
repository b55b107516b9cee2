import type { Lifetime, PurposeLifetimes, RoleLifetimes, TokenPurpose } from "log-out-everywhere"
import { words } from "@/lib/texts/words"
import { roleName } from "./role-name"

interface LifetimeRow {
  readonly what: string
  readonly lifetime: Lifetime
}

/** Every lifetime of a purpose, each under its own name. */
export function lifetimeRows(
  purpose: TokenPurpose,
  { byRole = {}, ...lifetimes }: PurposeLifetimes,
): readonly LifetimeRow[] {
  const t = words("policy")
  const name = t(`purposes.${purpose}`)
  return [
    ...rowsOf(name, lifetimes),
    ...Object.entries(byRole).flatMap(([role, ofRole]) =>
      rowsOf(t("ofRole", { purpose: name, role: roleName(role) }), ofRole),
    ),
  ]
}

const rowsOf = (name: string, { standard, remembered }: RoleLifetimes): LifetimeRow[] => [
  { what: name, lifetime: standard },
  ...(remembered
    ? [{ what: words("policy")("remembered", { purpose: name }), lifetime: remembered }]
    : []),
]
