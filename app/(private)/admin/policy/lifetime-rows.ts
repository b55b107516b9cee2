import type { Lifetime, PurposeLifetimes, RoleLifetimes, TokenPurpose } from "log-out-everywhere"
import { duration } from "@/lib/texts/lengths"
import { words } from "@/lib/texts/words"
import { roleName } from "./role-name"

/** Every lifetime of a purpose, each under its own name. */
export function lifetimeRows(
  purpose: TokenPurpose,
  { byRole = {}, ...lifetimes }: PurposeLifetimes,
): readonly (readonly string[])[] {
  const t = words("policy")
  const name = t(`purposes.${purpose}`)
  return [
    ...rowsOf(name, lifetimes),
    ...Object.entries(byRole).flatMap(([role, ofRole]) =>
      rowsOf(t("ofRole", { purpose: name, role: roleName(role) }), ofRole),
    ),
  ]
}

const rowsOf = (name: string, { standard, remembered }: RoleLifetimes) => [
  rowOf(name, standard),
  ...(remembered ? [rowOf(words("policy")("remembered", { purpose: name }), remembered)] : []),
]

const rowOf = (what: string, { inactivityTimeoutMs, maximumLifetimeMs }: Lifetime) => [
  what,
  duration(inactivityTimeoutMs),
  duration(maximumLifetimeMs),
]
