import { type OthersScope, pendingLinks } from "log-out-everywhere"

/**
 * "Log out other devices": their sessions, and the mailed links that wait. An intruder at one of those
 * devices may have asked for a link, and would come back by it.
 */
export const otherDevices = (currentTokenId: string): OthersScope => ({
  kind: "others",
  currentTokenId,
  purposes: ["session", ...pendingLinks],
})
