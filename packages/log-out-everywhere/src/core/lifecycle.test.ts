import { expect, test } from "vitest"
import { memoryStore } from "../testing/memory-store.ts"
import { issue, resume, rotate } from "./lifecycle.ts"
import type { PurposeLifetimes, TokenPolicy } from "./policy.ts"
import { hashSecret, newSecret } from "./secret.ts"
import { type TokenPurpose, tokenPurposes } from "./token.ts"

const lifetime = { inactivityTimeoutMs: 1_000, maximumLifetimeMs: 5_000 }
const remembered = { inactivityTimeoutMs: 20_000, maximumLifetimeMs: 90_000 }
const policy: TokenPolicy = {
  lifetimes: Object.fromEntries(
    tokenPurposes.map((purpose) => [purpose, { standard: lifetime, remembered }]),
  ) as Record<TokenPurpose, PurposeLifetimes>,
  touchIntervalMs: 100,
  freshForMs: 500,
}
const proof = { userId: "ann", epoch: 0, role: "user", method: "password" }
const device = { address: "192.0.2.1", userAgent: null }

test("a token is issued with its deadlines, and with what was proved", async () => {
  const { tokens, at } = await oneOwner()
  const request = { purpose: "session", proof, device, isRemembered: true } as const
  const issued = await issue(tokens, policy, request, at(0))
  expect(issued).toMatchObject({
    ok: true,
    value: {
      token: {
        purpose: "session",
        userId: "ann",
        epoch: 0,
        method: "password",
        isRemembered: true,
        device,
        issuedAt: at(0),
        provedAt: at(0),
        lastActiveAt: at(0),
        idleAt: at(20_000),
        expiresAt: at(90_000),
      },
    },
  })
})

test("a person who is kept hands in the secret: the store has its hash, and the hash alone", async () => {
  const { tokens, at } = await oneOwner()
  const secret = newSecret()
  const request = { purpose: "session", proof, device, isRemembered: false } as const
  const issued = await issue(tokens, policy, request, at(0), secret)
  expect(issued.ok && issued.value.secret).toBe(secret)
  expect(JSON.stringify(await tokens.findByHash(hashSecret(secret)))).not.toContain(secret)
})

test("a proof from before the epoch rose issues nothing", async () => {
  const { tokens, at } = await oneOwner()
  const request = { purpose: "session", proof, device, isRemembered: false } as const
  await tokens.raiseEpoch("ann", { at: at(0), reason: "log_out", by: "ann" }, { purposes: [] })
  expect(await issue(tokens, policy, request, at(0))).toEqual({
    ok: false,
    failure: "changed_meanwhile",
  })
})

test.each(
  tokenPurposes.flatMap((issued) => tokenPurposes.map((asked) => [issued, asked] as const)),
)("a token for %s on a path for %s", async (issued, asked) => {
  const { open } = await oneOwner()
  const { resumed } = await open({ purpose: issued })
  expect((await resumed({ purpose: asked })).ok).toBe(issued === asked)
})

test.each([
  ["just before it goes idle", 999, "active"],
  ["when it goes idle", 1_000, "idle"],
  ["at its absolute deadline", 5_000, "expired"],
])("a session is judged by the store's clock %s", async (_, ms, status) => {
  const { open, turn } = await oneOwner()
  const { resumed } = await open()
  turn(ms)
  const result = await resumed()
  expect(result.ok ? "active" : result.failure).toBe(status)
})

test.each([
  ["empty", ""],
  ["garbage", "garbage"],
  ["huge", "x".repeat(100_000)],
  ["binary", "\0\u{1F511}\uD800"],
])("a secret that is %s is unknown, and no error", async (_, secret) => {
  const { tokens } = await oneOwner()
  const resumed = await resume(tokens, policy, "session", secret, { touch: true })
  expect(resumed).toEqual({ ok: false, failure: "unknown" })
})

test("a secret with one letter changed is unknown", async () => {
  const { tokens, open } = await oneOwner()
  const { secret } = await open()
  const tampered = (secret.startsWith("A") ? "B" : "A") + secret.slice(1)
  const resumed = await resume(tokens, policy, "session", tampered, { touch: true })
  expect(resumed).toEqual({ ok: false, failure: "unknown" })
})

test.each([
  ["just before the touch interval is over: not yet", 99, true, 0],
  ["at the touch interval", 100, true, 100],
  ["at the touch interval, when no person acted", 100, false, 0],
])("activity is written %s", async (_, ms, touch, lastActive) => {
  const { tokens, open, turn, at } = await oneOwner()
  const { secret, resumed } = await open()
  turn(ms)
  expect((await resumed({ touch })).ok).toBe(true)
  const found = await tokens.findByHash(hashSecret(secret))
  expect(found?.token.lastActiveAt).toEqual(at(lastActive))
  expect(found?.token.idleAt).toEqual(at(lastActive + 1_000))
})

test("a touch that the store cannot write refuses nobody, and is told", async () => {
  const { tokens, open, turn } = await oneOwner()
  const { secret } = await open()
  turn(100)
  const failure = new Error("The store is read-only.")
  const failures: unknown[] = []
  const options = { touch: true, onTouchFailed: (error: unknown) => void failures.push(error) }
  const readOnly = { ...tokens, touch: () => Promise.reject(failure) }
  expect(await resume(readOnly, policy, "session", secret, options)).toMatchObject({ ok: true })
  expect(failures).toEqual([failure])
})

test("a busy session lives past its inactivity timeout, and never past its deadline", async () => {
  const { open, turn } = await oneOwner()
  const { resumed } = await open()
  for (let ms = 900; ms < 5_000; ms += 900) {
    turn(ms)
    expect((await resumed()).ok).toBe(true)
  }
  turn(5_000)
  expect(await resumed()).toEqual({ ok: false, failure: "expired" })
})

test("a session of somebody who became an administrator goes on under the shorter timeout", async () => {
  const { tokens, open, turn, at } = await oneOwner()
  const { secret, resumed } = await open()
  const strict = { inactivityTimeoutMs: 10, maximumLifetimeMs: 100 }
  const session = { standard: lifetime, byRole: { admin: { standard: strict } } }
  tokens.owners.set("ann", { id: "ann", epoch: 0, role: "admin", isDisabled: false })
  turn(500)
  await resumed({ with: { ...policy, lifetimes: { ...policy.lifetimes, session } } })
  expect((await tokens.findByHash(hashSecret(secret)))?.token.idleAt).toEqual(at(510))
})

test("a rotated session goes on under its new secret, and the old one is unknown at once", async () => {
  const { tokens, open, at } = await oneOwner()
  const { token, secret, resumed } = await open()
  const rotated = await rotate(tokens, token.id, secret, at(1))
  expect(await resumed()).toEqual({ ok: false, failure: "unknown" })
  expect(await resumed({ secret: rotated.ok ? rotated.value : "" })).toMatchObject({
    ok: true,
    value: { token: { ...token, provedAt: at(1) } },
  })
  expect(await rotate(tokens, token.id, secret, at(2))).toEqual({
    ok: false,
    failure: "changed_meanwhile",
  })
})

test("a store that cannot answer is an error, and not a log-out", async () => {
  const { tokens } = await oneOwner()
  const broken = { ...tokens, findByHash: () => Promise.reject(new Error("The store is down.")) }
  await expect(resume(broken, policy, "session", "x", { touch: false })).rejects.toThrow("is down")
})

async function oneOwner() {
  let ms = 0
  const at = (each: number) => new Date(each)
  const tokens = memoryStore(() => at(ms))
  tokens.owners.set("ann", { id: "ann", epoch: 0, role: "user", isDisabled: false })
  return {
    tokens,
    at,
    turn(to: number) {
      ms = to
    },
    async open({ purpose = "session" }: { purpose?: TokenPurpose } = {}) {
      const request = { purpose, proof, device, isRemembered: false }
      const issued = await issue(tokens, policy, request, at(ms))
      if (!issued.ok) throw new Error(issued.failure)
      const { token, secret } = issued.value
      const asked = { purpose, secret: secret as string, touch: true, with: policy }
      const resumed = (change: Partial<typeof asked> = {}) => {
        const { purpose, secret, touch, with: held } = { ...asked, ...change }
        return resume(tokens, held, purpose, secret, { touch })
      }
      return { token, secret, resumed }
    },
  }
}
