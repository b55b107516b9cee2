import type { OthersScope } from "@/lib/tokens"

/** "Log out other devices": their sessions, and the mailed links that would open new ones. */
export const otherDevices = (currentTokenId: string): OthersScope => ({
  kind: "others",
  currentTokenId,
  purposes: ["session", "magic_link"],
})
