import { authentication } from "@/authentication"
import { formatDuration } from "./format"

const { policy, retention } = authentication

const lifetimeOf = (purpose: "password_reset" | "magic_link" | "email_change") =>
  formatDuration(policy.lifetimes[purpose].standard.maximumLifetimeMs)

/** Lengths of time as pages tell them: the policy's own, so that no page is wrong when it changes. */
export const lengths = {
  passwordReset: lifetimeOf("password_reset"),
  magicLink: lifetimeOf("magic_link"),
  emailChange: lifetimeOf("email_change"),
  /** For how long a proof allows sensitive acts. */
  fresh: formatDuration(policy.freshForMs),
  /** For how long ended sessions are kept, and shown. */
  ended: formatDuration(retention.endedMs),
}
