import type { ListedSession } from "@/components/sessions/session-list"
import { describeDevice } from "@/lib/auth/device"
import type { ListedSession as StoredSession } from "@/lib/db/lists/listed-session"
import { near, withPlace } from "@/lib/places/near"
import { methodName } from "./session-view"

/** A live session as the list of sessions shows it: what a browser is told of the token, and no more. */
export function shownSession(
  { token, isNew }: StoredSession,
  names: ReadonlyMap<string, string> = new Map(),
): ListedSession {
  const { id, device, browserId, isRemembered, issuedAt, lastActiveAt, idleAt, expiresAt } = token
  const place = near(device.address)
  return {
    ...{ id, device, isRemembered, issuedAt, lastActiveAt, idleAt, expiresAt },
    ...describeDevice(device.userAgent),
    ...(browserId && { browserId, ...nameOf(names.get(browserId)) }),
    ...(isNew && { isNew }),
    ...(device.address && place && { place, addressAndPlace: withPlace(device.address) }),
    method: methodName(token.method),
  }
}

const nameOf = (browserName: string | undefined) => browserName !== undefined && { browserName }
