import type { TokenOrder } from "@/lib/db/desk/token-directory"
import { endReasons, type FilterField, type TokenQuery } from "@/lib/names/token-filter"

export interface Combination extends TokenOrder {
  readonly query: TokenQuery
}

/** What each filter may say, of what the crowd has: the usual, the rare, and what nobody has. */
const choices: Readonly<Record<FilterField, readonly string[]>> = {
  person: ["ada.1", "noor.19999@crowd.example", "@crowd.example", "ida", "nobody@example.com"],
  role: ["user", "admin"],
  address: ["10.77.0.0/16", "10.77.3.7", "81.20.", "2a02:b1::/32", "100.0.0.0/8", "192.0.2.0/24"],
  browser: ["Chrome", "Firefox", "Safari", "Samsung Internet for Android", "curl", "Netscape"],
  system: ["Windows", "iOS", "Android", "Linux", "macOS", "Plan 9"],
  device: ["desktop", "phone", "tablet", "script", "unknown"],
  purpose: ["session", "session", "session", "api", "browser", "report", "invitation", "any"],
  method: ["password", "google", "github", "magic_link", "oidc"],
  since: ["1h", "24h", "7d", "30d"],
  until: ["1h", "24h", "7d", "39d"],
  idle: ["30m", "6h", "3d", "20d"],
  expires: ["1h", "12h", "3d", "20d"],
  status: ["active", "active", "active", "idle", "expired", "revoked", "any"],
  reason: endReasons,
}

/** One to four filters each, every one of them as often as any other, and every order. */
export function combinations(count: number, seed: number): readonly Combination[] {
  const random = mulberry32(seed)
  const pick = <Value>(values: readonly Value[]) =>
    values[Math.floor(random() * values.length)] as Value
  const fields = Object.keys(choices) as FilterField[]
  return Array.from({ length: count }, () => {
    const chosen = Array.from({ length: 1 + Math.floor(random() * 4) }, () => pick(fields))
    const query = Object.fromEntries(chosen.map((field) => [field, pick(choices[field])]))
    const sort = pick(["active", "started", "email"] as const)
    return { query, sort, isDescending: random() < 0.5 }
  })
}

/** Numbers from 0 to 1, the same ones for one seed. */
function mulberry32(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
