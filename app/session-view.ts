import type { SessionView } from "@/components/sessions/session-view"
import { describeDevice } from "@/lib/auth/device"
import { providerName } from "@/lib/auth/providers/providers"
import type { ListedSession } from "@/lib/db/lists/listed-session"
import { isolated } from "@/lib/names/isolated"
import { near, withPlace } from "@/lib/places/near"
import { group, words } from "@/lib/texts/words"

/** How many live sessions a page shows, each with its buttons and details, besides the one that looks. */
export const sessionsShown = 10

/** A session as the screens show it: what was stored, in words. */
export function sessionView(session: ListedSession): SessionView {
  const { token, status } = session
  const { id, device, issuedAt: startedAt, lastActiveAt } = token
  return {
    id,
    status,
    device: describeDevice(device.userAgent),
    address: device.address,
    place: near(device.address),
    addressAndPlace: device.address && withPlace(device.address),
    method: methodName(token.method),
    startedAt,
    lastActiveAt,
    end: endOf(session),
  }
}

/** How a session was opened, in words. */
export function methodName(method: string): string {
  const methods: Readonly<Record<string, string>> = group("session", "methods")
  return methods[method] ?? providerName(method)
}

function endOf({ token, status, endedBy, voidedAt }: ListedSession): SessionView["end"] {
  const t = words("session")
  const by = endedBy && isolated(endedBy)
  const { revocation, idleAt, expiresAt, lastActiveAt } = token
  switch (status) {
    case "active":
      return null
    case "idle":
      return { at: idleAt, reason: t("idle"), by: null }
    case "expired":
      return { at: expiresAt, reason: t("expired"), by: null }
    case "revoked":
      if (revocation) return { at: revocation.at, reason: t(`reasons.${revocation.reason}`), by }
      if (voidedAt) return { at: voidedAt, reason: t("voided"), by }
      return { at: lastActiveAt, reason: t("ended"), by: null }
  }
}
