/** Why a log-in was refused, as the page it returns to reads it: `?error=…` (`?code=…` after a password). */
export type LogInFailure =
  | "changed_meanwhile"
  | "too_many_sessions"
  | "unverified_address"
  | "session_ended"
