import type { RevocationReason } from "log-out-everywhere"
import { type Ending, endings, type SampleEvent } from "./seed-acts"
import { type SampleApiToken, sampleApiToken } from "./seed-api-tokens"
import { anyAddress, desktops, phones } from "./seed-devices"
import type { SamplePerson } from "./seed-people"
import type { Random } from "./seed-random"
import {
  type SampleSession,
  type SampleToken,
  type SessionOwner,
  unendedSession,
} from "./seed-sessions"

const hour = 3_600_000

/** One person's past. */
export interface Life extends SamplePerson, SessionOwner {
  readonly endings: readonly Ending[]
  readonly unended: readonly SampleSession[]
  readonly apiTokens: readonly SampleApiToken[]
  readonly disabledAt: Date | null
}

/** The people to log in as have something of everything to look at. */
const shownReasons: readonly RevocationReason[] = [
  "log_out",
  "revoked_by_user",
  "replaced",
  "password_change",
  "log_out_others",
  "log_out_everywhere",
  "revoked_by_admin",
]

const reasons: readonly RevocationReason[] = [...shownReasons, "provider_change", "role_change"]

export function shownLife(
  person: SamplePerson & SessionOwner,
  adminId: string,
  random: Random,
  now: Date,
): Life {
  const open = (["active", "active", "idle", "expired"] as const).map((status, index) =>
    unendedSession(person, status, random, now, random.pick(index === 1 ? phones : desktops)),
  )
  return {
    ...person,
    endings: endings(person, shownReasons, adminId, random, now),
    unended: open,
    apiTokens: [sampleApiToken(person, "Nightly report", random, now)],
    disabledAt: null,
  }
}

export function anyLife(
  person: SamplePerson & SessionOwner,
  adminId: string,
  random: Random,
  now: Date,
): Life {
  if (random.below(14) === 0) {
    const last = endings(person, ["account_disabled"], adminId, random, now)
    return { ...person, endings: last, unended: [], apiTokens: [], disabledAt: last[0]?.at ?? null }
  }
  const pasts = Array.from({ length: random.below(4) }, () => random.pick(reasons))
  const statuses = Array.from({ length: random.below(5) }, () =>
    random.pick(["active", "active", "idle", "expired"] as const),
  )
  return {
    ...person,
    endings: endings(person, pasts, adminId, random, now),
    unended: statuses.map((status) => unendedSession(person, status, random, now)),
    apiTokens: [],
    disabledAt: null,
  }
}

/** Every act that ends more than one session raises the owner's epoch. */
export function epochOf({ endings }: Life): number {
  return endings.filter(({ isRaising }) => isRaising).length
}

/** Each token with the epoch that stood when it was issued. */
export function tokensOf(life: Life): (SampleToken & { readonly epoch: number })[] {
  const raising = life.endings.filter(({ isRaising }) => isRaising).map(({ at }) => at)
  return [...sessionsOf(life), ...life.apiTokens].map((token) => ({
    ...token,
    epoch: raising.filter((at) => at <= token.issuedAt).length,
  }))
}

export function eventsOf(life: Life): SampleEvent[] {
  const own = { actorId: life.id, targetId: life.id }
  return [
    ...sessionsOf(life).map(({ issuedAt: at, address }) => {
      return { ...own, at, action: "log_in" as const, address, details: { method: "password" } }
    }),
    ...life.apiTokens.map(({ id, issuedAt: at, address }) => {
      return { ...own, at, action: "make_api_token" as const, address, details: { token: id } }
    }),
    ...life.endings.flatMap(({ events }) => events),
  ]
}

const sessionsOf = ({ unended, endings }: Life) => [
  ...unended,
  ...endings.flatMap(({ sessions }) => sessions),
]

/** Mistyped passwords here and there. */
export function mistypedPasswords(lives: readonly Life[], random: Random, now: Date) {
  return Array.from({ length: 20 }, () => {
    const at = new Date(+now - random.between(hour, 30 * 24 * hour))
    return failedLogIn(random.pick(lives).id, anyAddress(random), at, "log_in_failed")
  })
}

/** A stranger who tried one account until the app slowed them down. */
export function strangersAttempts({ id }: Life, random: Random, now: Date): SampleEvent[] {
  const address = anyAddress(random)
  const began = +now - 3 * 24 * hour
  return Array.from({ length: 18 }, (_, index) => {
    const action = index < 10 ? "log_in_failed" : "log_in_throttled"
    return failedLogIn(id, address, new Date(began + index * random.between(2_000, 9_000)), action)
  })
}

function failedLogIn(
  targetId: string,
  address: string,
  at: Date,
  action: "log_in_failed" | "log_in_throttled",
): SampleEvent {
  return { at, action, actorId: null, targetId, address }
}
