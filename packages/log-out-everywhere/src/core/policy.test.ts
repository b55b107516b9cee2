import { expect, test } from "vitest"
import {
  everyPurpose,
  isFresh,
  lifetimeOf,
  type PurposeLifetimes,
  type TokenPolicy,
  tokenStatus,
} from "./policy.ts"
import { type Token, type TokenOwner, type TokenPurpose, tokenPurposes } from "./token.ts"

const at = (ms: number) => new Date(ms)

const owner: TokenOwner = { id: "ann", epoch: 3, role: "user", isDisabled: false }
const token: Token = {
  id: "t",
  purpose: "session",
  userId: "ann",
  epoch: 3,
  realmGeneration: 1,
  method: "password",
  isRemembered: false,
  device: { address: null, userAgent: null },
  browserId: null,
  provider: null,
  name: null,
  data: null,
  issuedAt: at(0),
  provedAt: at(0),
  lastActiveAt: at(0),
  idleAt: at(100),
  expiresAt: at(1_000),
  revocation: null,
}
const revocation = { at: at(1), reason: "log_out", by: "ann" } as const

test.each([
  ["active from the moment of its issue", {}, {}, 0, "active"],
  ["active just before the inactivity timeout", {}, {}, 99, "active"],
  ["idle exactly at the inactivity timeout", {}, {}, 100, "idle"],
  ["active just before the deadline", { idleAt: at(2_000) }, {}, 999, "active"],
  [
    "expired at the deadline, however recent its activity",
    { idleAt: at(2_000) },
    {},
    1_000,
    "expired",
  ],
  ["expired rather than idle when both deadlines have passed", {}, {}, 5_000, "expired"],
  ["revoked by a revocation", { revocation }, {}, 1, "revoked"],
  ["revoked rather than expired, so that its reason shows", { revocation }, {}, 5_000, "revoked"],
  ["revoked when its owner's epoch has risen", {}, { epoch: 4 }, 1, "revoked"],
  ["expired rather than behind its owner's epoch", {}, { epoch: 4 }, 5_000, "expired"],
  ["revoked when it bears an epoch that its owner never had", { epoch: 4 }, {}, 1, "revoked"],
  ["revoked while its owner is disabled", {}, { isDisabled: true }, 1, "revoked"],
  ["revoked when it is of an earlier generation", { realmGeneration: 0 }, {}, 1, "revoked"],
  [
    "revoked when it is of a generation that is not there yet",
    { realmGeneration: 2 },
    {},
    1,
    "revoked",
  ],
] as const)("a session is %s", (_, change, ownerChange, ms, status) => {
  expect(
    tokenStatus({
      token: { ...token, ...change },
      owner: { ...owner, ...ownerChange },
      realmGeneration: 1,
      now: at(ms),
    }),
  ).toBe(status)
})

const short = { inactivityTimeoutMs: 100, maximumLifetimeMs: 1_000 }
const long = { inactivityTimeoutMs: 700, maximumLifetimeMs: 7_000 }
const strict = { inactivityTimeoutMs: 30, maximumLifetimeMs: 500 }
const others = Object.fromEntries(
  tokenPurposes.map((purpose) => [purpose, { standard: short }]),
) as Record<TokenPurpose, PurposeLifetimes>
const policy: TokenPolicy = {
  lifetimes: {
    ...others,
    session: {
      standard: short,
      remembered: long,
      byRole: { admin: { standard: strict }, auditor: { standard: strict, remembered: short } },
    },
  },
  touchIntervalMs: 10,
  freshForMs: 50,
}

test.each([
  ["fresh right after the proof", 0, true],
  ["fresh just before the time is over", 49, true],
  ["not fresh when it is over", 50, false],
])("a session is %s", (_, ms, isStillFresh) => {
  expect(isFresh(token, policy, at(ms))).toBe(isStillFresh)
})

test.each([
  ["a session", "session", false, "user", short],
  ["a session of a person to be kept logged in", "session", true, "user", long],
  ["an administrator's session", "session", false, "admin", strict],
  ["an administrator's session, asked to be kept", "session", true, "admin", strict],
  ["a session of a role with its own longer lifetime", "session", true, "auditor", short],
  ["the same, not asked to be kept", "session", false, "auditor", strict],
  ["a purpose without a longer lifetime, asked to be kept", "magic_link", true, "user", short],
  [
    "an administrator's token of a purpose without a rule for the role",
    "api",
    false,
    "admin",
    short,
  ],
] as const)("the policy gives %s its lifetime", (_, purpose, isRemembered, role, lifetime) => {
  expect(lifetimeOf(policy, { purpose, isRemembered }, { role })).toBe(lifetime)
})

test("one lifetime serves every purpose but those that are named", () => {
  const upTo = (ms: number) => ({ standard: { inactivityTimeoutMs: ms, maximumLifetimeMs: ms } })
  const [lifetime, other] = [upTo(1), upTo(2)]
  const each = Object.fromEntries(tokenPurposes.map((purpose) => [purpose, lifetime]))
  expect(everyPurpose(lifetime)).toEqual(each)
  expect(everyPurpose(lifetime, { api: other })).toEqual({ ...each, api: other })
})
