import type { FoundToken } from "./token-directory"

/** What programs and files are told of a token; never its hash. */
export function tokenFacts({ token, status, owner, endedBy }: FoundToken) {
  const { id, purpose, method, issuedAt, lastActiveAt, idleAt, expiresAt, device, revocation } =
    token
  const { id: userId, email, name } = owner
  return {
    ...{ id, purpose, status, userId, email, name, method },
    ...{ issuedAt, lastActiveAt, idleAt, expiresAt },
    address: device.address,
    userAgent: device.userAgent,
    endedAt: revocation?.at ?? null,
    endedBecause: revocation?.reason ?? null,
    endedBy,
  }
}

export type TokenFacts = ReturnType<typeof tokenFacts>
