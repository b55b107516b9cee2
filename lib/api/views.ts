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
import type { FoundToken } from "@/lib/db/desk/token-directory"
import type { Receipt as FoundReceipt } from "@/lib/db/lists/receipt"
import type { EndedByAct } from "@/lib/users/log-in/log-out"
import type { Ended, OwnedToken, Receipt, Session } from "./schemas"

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

export function ownedTokenOf({ token, status, owner }: FoundToken): z.input<typeof OwnedToken> {
  const { revocation } = token
  return {
    ...toldOf(token),
    status,
    owner,
    revocation: revocation && { ...revocation, at: revocation.at.toISOString() },
  }
}

export const endedOf = ({ ended, actId }: EndedByAct): z.input<typeof Ended> => ({
  ...countOf(ended),
  receipt: actId,
})

export function toldReceipt(receipt: FoundReceipt): z.output<typeof Receipt> {
  const { actId: id, action, at, reason, by, address, live, ended, tokens } = receipt
  return {
    id,
    action,
    at: at.toISOString(),
    reason,
    by,
    address,
    ...countOf(ended),
    live,
    tokens: tokens.map((token) => ({
      ...toldOf(token),
      purpose: token.purpose === "api" ? "api" : "session",
    })),
  }
}

const countOf = (byPurpose: RevocationCount) => ({ ended: totalOf(byPurpose), byPurpose })

/** Where one token was to end: nothing is told of it, unless there was none. */
export function oneEnded<Failure extends string>(result: Result<number, Failure>) {
  if (!result.ok) return result
  return result.value > 0 ? ok(null) : fail("not_found")
}
