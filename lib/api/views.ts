import {
  fail,
  ok,
  type Result,
  type RevocationCount,
  type Token,
  totalOf,
} from "log-out-everywhere"
import type { z } from "zod"
import { describeDevice } from "@/lib/auth/device"
import type { FoundSession } from "@/lib/db/lists/session-directory"
import type { Ended, OwnedToken, Session } from "./schemas"

/** What is told of a token: field by field, so that a new column stays inside until somebody lets it out. */
export function toldOf(token: Token) {
  const { id, purpose, name, method, device, issuedAt, lastActiveAt, idleAt, expiresAt } = token
  return {
    id,
    purpose,
    name,
    method,
    address: device.address,
    userAgent: device.userAgent,
    issuedAt: issuedAt.toISOString(),
    lastActiveAt: lastActiveAt.toISOString(),
    idleAt: idleAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
  }
}

export function sessionOf(token: Token, currentId: string): z.input<typeof Session> {
  const { isRemembered, device } = token
  const isCurrent = token.id === currentId
  return { ...toldOf(token), isCurrent, isRemembered, device: describeDevice(device.userAgent) }
}

export function ownedTokenOf({ token, status, owner }: FoundSession): z.input<typeof OwnedToken> {
  const { revocation } = token
  return {
    ...toldOf(token),
    status,
    owner,
    revocation: revocation && { ...revocation, at: revocation.at.toISOString() },
  }
}

export const endedOf = (byPurpose: RevocationCount): z.input<typeof Ended> => ({
  ended: totalOf(byPurpose),
  byPurpose,
})

/** Where one token was to end: nothing is told of it, unless there was none. */
export function oneEnded<Failure extends string>(result: Result<number, Failure>) {
  if (!result.ok) return result
  return result.value > 0 ? ok(null) : fail("not_found")
}
