import type { TokenPurpose } from "log-out-everywhere"

/** How far *Log everyone out* goes. */
export const reaches = ["sessions", "api_tokens", "everything"] as const

export type Reach = (typeof reaches)[number]

/**
 * Everything is what the policy calls so: an intruder in an administrator's session must not disarm people
 * who recover their accounts. Browsers are known after the other two, or the mails of everybody's next login
 * would bury the few that tell of a thief.
 */
export function purposesWithin(
  reach: Reach,
  everything: readonly TokenPurpose[],
): readonly TokenPurpose[] {
  switch (reach) {
    case "sessions":
      return ["session"]
    case "api_tokens":
      return ["session", "api"]
    case "everything":
      return [...new Set(["session", "api", ...everything, "browser"] as const)]
  }
}
