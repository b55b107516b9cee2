import type { SessionView } from "@/components/sessions/session-view"
import { describeDevice } from "@/lib/auth/device"
import { providerName } from "@/lib/auth/providers/providers"
import type { ListedSession } from "@/lib/db/lists/listed-session"
import { isolated } from "@/lib/names/isolated"
import { near, withPlace } from "@/lib/places/near"
import { texts } from "@/lib/texts"

/** How many live sessions a page shows, each with its buttons and details, besides the one that looks. */
export const sessionsShown = 10

/** A session as the screens show it: what was stored, in words. */
export function sessionView(session: ListedSession): SessionView {
  const { token, status } = session
  const { id, device, isRemembered, lastActiveAt, idleAt, expiresAt } = token
  return {
    id,
    status,
    device: describeDevice(device.userAgent),
    userAgent: device.userAgent,
    address: device.address,
    place: near(device.address),
    addressAndPlace: device.address && withPlace(device.address),
    method: texts.session.methods[token.method] ?? providerName(token.method),
    isRemembered,
    startedAt: token.issuedAt,
    lastActiveAt,
    idleAt,
    expiresAt,
    end: endOf(session),
  }
}

function endOf({ token, status, endedBy, voidedAt }: ListedSession): SessionView["end"] {
  const by = endedBy && isolated(endedBy)
  const { revocation, idleAt, expiresAt, lastActiveAt } = token
  switch (status) {
    case "active":
      return null
    case "idle":
      return { at: idleAt, reason: texts.session.idle, by: null }
    case "expired":
      return { at: expiresAt, reason: texts.session.expired, by: null }
    case "revoked":
      if (revocation)
        return { at: revocation.at, reason: texts.session.reasons[revocation.reason], by }
      if (voidedAt) return { at: voidedAt, reason: texts.session.voided, by }
      return { at: lastActiveAt, reason: texts.session.ended, by: null }
  }
}
