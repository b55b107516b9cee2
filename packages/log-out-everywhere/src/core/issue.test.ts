import { expect, test } from "vitest"
import { memoryStore } from "../testing/memory-store.ts"
import { issue } from "./lifecycle.ts"
import { everyPurpose, type TokenPolicy } from "./policy.ts"

const lifetime = { inactivityTimeoutMs: 1_000, maximumLifetimeMs: 5_000 }
const remembered = { inactivityTimeoutMs: 20_000, maximumLifetimeMs: 90_000 }
const policy: TokenPolicy = {
  lifetimes: everyPurpose({ standard: lifetime, remembered }),
  touchIntervalMs: 100,
  freshForMs: 500,
}
const proof = { userId: "ann", epoch: 0, role: "user", method: "password" }
const device = { address: "192.0.2.1", userAgent: null }
const at = (ms: number) => new Date(ms)

function oneOwner() {
  const tokens = memoryStore(() => at(0))
  tokens.owners.set("ann", { id: "ann", epoch: 0, role: "user", isDisabled: false })
  return tokens
}

test("nobody is kept logged in whose role the policy keeps no longer than others", async () => {
  const tokens = oneOwner()
  const byRole = { admin: { standard: lifetime } }
  const session = { ...policy.lifetimes.session, byRole }
  const strict = { ...policy, lifetimes: { ...policy.lifetimes, session } }
  const request = { purpose: "session", device, isRemembered: true } as const
  for (const [role, isRemembered] of [
    ["admin", false],
    ["user", true],
  ] as const) {
    const issued = await issue(tokens, strict, { ...request, proof: { ...proof, role } }, at(0))
    expect(issued).toMatchObject({ ok: true, value: { token: { isRemembered } } })
  }
})

test.each([
  ["before, it is that old", -600_000, -600_000],
  ["in the future of our clock, it is from now", 90_000, 0],
])("where the owner proved who they are %s", async (_, proved, kept) => {
  const tokens = oneOwner()
  const request = { purpose: "session", proof, device, isRemembered: false } as const
  const issued = await issue(tokens, policy, { ...request, provedAt: at(proved) }, at(0))
  expect(issued).toMatchObject({
    ok: true,
    value: { token: { provedAt: at(kept), issuedAt: at(0) } },
  })
})
