import { authentication } from "@/authentication"
import { type TokenPurpose, tokenPurposes } from "@/lib/tokens"

/** How far *Log everyone out* goes. */
export const reaches = ["sessions", "api_tokens", "everything"] as const

export type Reach = (typeof reaches)[number]

/**
 * Everything is what the policy calls so: whoever is in as an administrator must not disarm people who
 * recover their accounts.
 */
export function purposesOf(reach: Reach): readonly TokenPurpose[] {
  const { purposes: everything } = authentication.logOutEverywhere
  switch (reach) {
    case "sessions":
      return ["session"]
    case "api_tokens":
      return ["session", "api"]
    case "everything":
      return tokenPurposes.filter(
        (purpose) => purpose === "session" || purpose === "api" || everything.includes(purpose),
      )
  }
}
