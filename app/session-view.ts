import type { SessionView } from "@/components/sessions/session-view"
import { describeDevice } from "@/lib/auth/device"
import { providerName } from "@/lib/auth/providers"
import { texts } from "@/lib/texts"
import type { Token, TokenStatus } from "@/lib/tokens"

interface ListedToken {
  readonly token: Token
  readonly status: TokenStatus
  readonly endedBy: string | null
}

/** A session as the screens show it: what was stored, in words. */
export function sessionView({ token, status, endedBy }: ListedToken): SessionView {
  const { id, device, isRemembered, lastActiveAt, idleAt, expiresAt } = token
  return {
    id,
    status,
    device: describeDevice(device.userAgent),
    userAgent: device.userAgent,
    address: device.address,
    method: texts.session.methods[token.method] ?? providerName(token.method),
    isRemembered,
    startedAt: token.issuedAt,
    lastActiveAt,
    idleAt,
    expiresAt,
    end: endOf(token, status, endedBy),
  }
}

function endOf(token: Token, status: TokenStatus, by: string | null): SessionView["end"] {
  const { revocation, idleAt, expiresAt, lastActiveAt } = token
  switch (status) {
    case "active":
      return null
    case "idle":
      return { at: idleAt, reason: texts.session.idle, by: null }
    case "expired":
      return { at: expiresAt, reason: texts.session.expired, by: null }
    case "revoked":
      return revocation
        ? { at: revocation.at, reason: texts.session.reasons[revocation.reason], by }
        : { at: lastActiveAt, reason: texts.session.ended, by: null }
  }
}
