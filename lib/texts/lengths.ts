import { authentication } from "@/authentication"
import { formatDuration } from "./format"
import { currentLanguage } from "./language"

const { policy, retention } = authentication

/** Lengths of time as pages tell them: the policy's own, so that no page is wrong when it changes. */
export const lengths = {
  passwordReset: () => lifetimeOf("password_reset"),
  magicLink: () => lifetimeOf("magic_link"),
  emailChange: () => lifetimeOf("email_change"),
  /** For how long a proof allows sensitive acts. */
  fresh: () => duration(policy.freshForMs),
  /** For how long ended sessions are kept, and shown. */
  ended: () => duration(retention.endedMs),
}

/** "2 hours", "90 days", in the language of the request. */
export const duration = (lengthMs: number): string => formatDuration(currentLanguage(), lengthMs)

const lifetimeOf = (purpose: "password_reset" | "magic_link" | "email_change") =>
  duration(policy.lifetimes[purpose].standard.maximumLifetimeMs)
