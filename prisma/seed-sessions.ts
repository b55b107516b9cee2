import { idleAfter, lifetimeOf, type RevocationReason } from "log-out-everywhere"
import { authentication } from "@/authentication"
import { anyAddress, anyDevice, type UserAgent } from "./seed-devices"
import type { Random } from "./seed-random"

export interface SampleToken {
  readonly id: string
  readonly purpose: "session" | "api"
  readonly name: string | null
  readonly userId: string
  readonly isRemembered: boolean
  readonly issuedAt: Date
  readonly lastActiveAt: Date
  readonly idleAt: Date
  readonly expiresAt: Date
  readonly address: string
  readonly userAgent: UserAgent
  readonly end: { readonly at: Date; readonly reason: RevocationReason; readonly by: string } | null
}

export type SampleSession = SampleToken & { readonly purpose: "session" }

export interface SessionOwner {
  readonly id: string
  readonly role: "user" | "admin"
}

const minute = 60_000
const day = 24 * 60 * minute

/** A session that nobody ended, as it stands now. */
export function unendedSession(
  owner: SessionOwner,
  status: "active" | "idle" | "expired",
  random: Random,
  now: Date,
  userAgent: UserAgent = anyDevice(random),
): SampleSession {
  const isRemembered = random.below(10) < 6
  const { inactivityTimeoutMs: idle, maximumLifetimeMs: max } = lifetime(owner, isRemembered)
  const times = {
    active: () => {
      const unused = random.between(0, Math.min(idle * 0.8, 2 * day))
      return { unused, age: random.between(unused, max * 0.9) }
    },
    idle: () => {
      const unused = random.between(idle * 1.02, max * 0.9)
      return { unused, age: random.between(unused, max * 0.98) }
    },
    expired: () => {
      const age = max + random.between(10 * minute, 10 * day)
      return { age, unused: random.between(age - max * 0.95, age) }
    },
  }
  const { unused, age } = times[status]()
  const [issuedAt, lastActiveAt] = [ago(now, age), ago(now, unused)]
  return sessionOf(owner, random, { isRemembered, issuedAt, lastActiveAt, userAgent, end: null })
}

/** A session that was in use until an act ended it. */
export function endedSession(
  owner: SessionOwner,
  end: NonNullable<SampleSession["end"]>,
  random: Random,
): SampleSession {
  const userAgent = anyDevice(random)
  const isRemembered = random.below(10) < 6
  const { inactivityTimeoutMs: idle, maximumLifetimeMs: max } = lifetime(owner, isRemembered)
  const age = random.between(5 * minute, Math.min(max * 0.5, 4 * day))
  const unused = random.between(0, Math.min(age, idle * 0.9))
  const [issuedAt, lastActiveAt] = [ago(end.at, age), ago(end.at, unused)]
  return sessionOf(owner, random, { isRemembered, issuedAt, lastActiveAt, userAgent, end })
}

type Told = "isRemembered" | "issuedAt" | "lastActiveAt" | "userAgent" | "end"

function sessionOf(
  owner: SessionOwner,
  random: Random,
  told: Pick<SampleSession, Told>,
): SampleSession {
  const allowed = lifetime(owner, told.isRemembered)
  return {
    ...told,
    id: random.uuid(),
    purpose: "session",
    name: null,
    userId: owner.id,
    idleAt: idleAfter(allowed, told.lastActiveAt),
    expiresAt: new Date(+told.issuedAt + allowed.maximumLifetimeMs),
    address: anyAddress(random),
  }
}

function lifetime(owner: SessionOwner, isRemembered: boolean) {
  return lifetimeOf(authentication.policy, { purpose: "session", isRemembered }, owner)
}

function ago(now: Date, ms: number): Date {
  return new Date(+now - ms)
}
