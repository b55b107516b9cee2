import { devicePurposes, type OthersScope } from "log-out-everywhere"

/** "Log out other devices": their sessions, and the mailed links that wait. */
export const otherDevices = (currentTokenId: string): OthersScope => ({
  kind: "others",
  currentTokenId,
  purposes: devicePurposes,
})
