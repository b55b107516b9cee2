import {
  defineAuthentication,
  type LogOutEverywhereOptions,
  looksLikeApiSecret,
  type TokenPolicy,
} from "log-out-everywhere"
import { afterAll, expect, test } from "vitest"
import { authentication } from "@/authentication"
import { logOutInScope } from "@/lib/users/log-in/log-out"
import { mailsTo } from "@/test/mail/written-mails"
import {
  actorIn,
  addPerson,
  auditOf,
  createWorld,
  issueTo,
  type Person,
  statusOf,
} from "@/test/world/people"
import { issueApiToken, maxApiTokens, revokeApiToken, revokeToken } from "./api-token"
import { apiTokenChoices } from "./api-token-choice"

const world = await createWorld()
afterAll(world.close)
const { stores } = world
const { policy } = authentication
const dayMs = 86_400_000
const ci = { name: "CI", browser: "Firefox on Linux" }

const sessionOf = async (person: Person) => actorIn(person, await issueTo(world, person))

async function make(person: Person, days: 30 | 90 | 365 = 30, { policy: other = policy } = {}) {
  const session = await issueTo(world, person)
  const actor = actorIn(person, session)
  return issueApiToken({ ...world, policy: other }, actor, session.token, { ...ci, days })
}

async function made(person: Person, days: 30 | 90 | 365 = 30, options = {}) {
  const result = await make(person, days, options)
  if (!result.ok) throw new Error(result.failure)
  return result.value
}

test("an API token works for its days, under its name, and as nothing else", async () => {
  const ann = await addPerson(world)
  const { token, secret } = await made(ann, 90)

  expect(looksLikeApiSecret(secret)).toBe(true)
  expect(token).toMatchObject({ purpose: "api", name: "CI", device: { address: ann.address } })
  expect(+token.expiresAt - +token.issuedAt).toBe(90 * dayMs)
  expect(await statusOf(world, secret, "api")).toBe("active")
  expect(await statusOf(world, secret, "session")).toBe("unknown")
  expect(await auditOf(world, ann)).toMatchObject([
    { action: "make_api_token", actorId: ann.id, details: { token: token.id } },
  ])
})

const withMost = (days: number): { policy: TokenPolicy } => {
  const maximumLifetimeMs = days * dayMs
  const api = { standard: { inactivityTimeoutMs: maximumLifetimeMs, maximumLifetimeMs } }
  return { policy: { ...policy, lifetimes: { ...policy.lifetimes, api } } }
}

test("no API token outlives the policy, and no longer one is offered", async () => {
  const { token } = await made(await addPerson(world), 365, withMost(60))
  expect(+token.expiresAt - +token.issuedAt).toBe(60 * dayMs)
  expect(apiTokenChoices(withMost(60).policy, "user")).toEqual([
    { days: 30, lifetimeMs: 30 * dayMs },
    { days: 90, lifetimeMs: 60 * dayMs },
  ])
  expect(apiTokenChoices(policy, "user").map(({ days }) => days)).toEqual([30, 90, 365])
})

test("whoever logged out everywhere meanwhile gets no API token", async () => {
  const ann = await addPerson(world)
  const session = await issueTo(world, ann)
  const actor = actorIn(ann, session)
  await logOutInScope(world, actor, { kind: "everywhere", purposes: ["session"] })

  const asked = { ...ci, days: 30 } as const
  expect(await issueApiToken(world, actor, session.token, asked)).toEqual({
    ok: false,
    failure: "session_ended",
  })
  expect(await stores.tokens.countLive(ann.id)).toEqual({})
})

test("the person is told by mail of each API token that is made, and of none that is refused", async () => {
  const ann = await addPerson(world)
  await made(ann)
  const session = await issueTo(world, ann)
  const stale = { ...session.token, epoch: session.token.epoch + 1 }
  await issueApiToken(world, actorIn(ann, session), stale, { ...ci, days: 30 })

  const where = { device: "Firefox on Linux", address: ann.address, at: expect.any(String) }
  expect(await mailsTo(world, ann.email)).toEqual([
    { kind: "api_token_made", to: ann.email, facts: { name: "CI", ...where } },
  ])
})

test("a person has no more of them than the most, and revoking one makes room", async () => {
  const ann = await addPerson(world)
  const { token } = await made(ann)
  for (let held = 1; held < maxApiTokens; held++) await made(ann)

  expect(await make(ann)).toEqual({ ok: false, failure: "too_many" })
  await revokeApiToken(world, await sessionOf(ann), token.id)
  expect(await make(ann)).toMatchObject({ ok: true })
})

test.each<[string, string, LogOutEverywhereOptions]>([
  ["ends", "revoked", {}],
  ["leaves alone, where the policy excludes them,", "active", { excludePurposes: ["api"] }],
  [
    "leaves alone, where the policy does not include them,",
    "active",
    { includePurposes: ["session"] },
  ],
])("log out everywhere %s API tokens: %s", async (_, status, addOn) => {
  const defined = defineAuthentication({
    tokens: {
      enabled: true,
      storeAllTokens: true,
      requireTokenPresenceForAuthentication: true,
      policy,
      retention: authentication.retention,
      revoke: async () => ({}),
    },
    strategies: {},
    addOns: [{ ...addOn, applyOnPasswordChange: false }],
  })
  const { purposes } = defined.addOn("log_out_everywhere")
  const ann = await addPerson(world)
  const session = await issueTo(world, ann)
  const { secret } = await made(ann)
  expect(await statusOf(world, secret, "api")).toBe("active")

  await logOutInScope(world, actorIn(ann, session), { kind: "everywhere", purposes })
  expect(await statusOf(world, secret, "api")).toBe(status)
  expect(await statusOf(world, session.secret)).toBe("revoked")
})

test("revoking ends one API token for good, once, and says who did it", async () => {
  const ann = await addPerson(world)
  const [one, other] = [await made(ann), await made(ann)]

  const actor = await sessionOf(ann)
  expect(await revokeApiToken(world, actor, one.token.id)).toEqual({ ok: true, value: 1 })
  expect(await revokeApiToken(world, actor, one.token.id)).toEqual({ ok: true, value: 0 })
  expect(await statusOf(world, one.secret, "api")).toBe("revoked")
  expect(await statusOf(world, other.secret, "api")).toBe("active")
  expect((await auditOf(world, ann)).at(-1)).toMatchObject({
    action: "revoke_api_token",
    actorId: ann.id,
    count: 1,
    details: { token: one.token.id, purpose: "api" },
  })
})

test("an administrator ends anybody's token of any purpose", async () => {
  const [ann, root] = [await addPerson(world), await addPerson(world, { role: "admin" })]
  const by = await sessionOf(root)
  for (const purpose of ["api", "session", "report"] as const) {
    const { token, secret } = await issueTo(world, ann, { purpose })
    expect(await revokeToken(world, by, token)).toEqual({ ok: true, value: 1 })
    expect(await statusOf(world, secret, purpose)).toBe("revoked")
    expect((await auditOf(world, ann)).at(-1)).toMatchObject({
      action: "revoke_token",
      actorId: root.id,
      reason: "revoked_by_admin",
      details: { token: token.id, purpose },
    })
  }
})
