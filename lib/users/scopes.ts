import type { OthersScope, TokenPurpose } from "@/lib/tokens"

/** "Log out other devices": their sessions, and the mailed links that would open new ones. */
export const otherDevices = (currentTokenId: string): OthersScope => ({
  kind: "others",
  currentTokenId,
  purposes: ["session", "magic_link"],
})

/** Links that wait in a mailbox. A new password ends them, whatever else it spares. */
export const pendingLinks: readonly TokenPurpose[] = [
  "password_reset",
  "magic_link",
  "invitation",
  "email_change",
]
