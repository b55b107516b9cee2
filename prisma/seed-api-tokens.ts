import { anyAddress } from "./seed-devices"
import type { Random } from "./seed-random"
import type { SampleToken, SessionOwner } from "./seed-sessions"

export type SampleApiToken = SampleToken & { readonly purpose: "api" }

const hour = 3_600_000
const day = 24 * hour

/** Made for 90 days since the last act that would have ended it, and in use. */
export function sampleApiToken(
  owner: SessionOwner,
  name: string,
  random: Random,
  now: Date,
): SampleApiToken {
  const issuedAt = new Date(+now - random.between(5 * day, 30 * day))
  const expiresAt = new Date(+issuedAt + 90 * day)
  return {
    id: random.uuid(),
    purpose: "api",
    name,
    userId: owner.id,
    isRemembered: false,
    issuedAt,
    lastActiveAt: new Date(+now - random.between(hour, 24 * hour)),
    idleAt: expiresAt,
    expiresAt,
    address: anyAddress(random),
    userAgent: "curl/8.14.1",
    end: null,
  }
}
