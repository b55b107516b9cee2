import { redirect } from "next/navigation"
import { type FormState, failed } from "./form-state"

/**
 * What a form says of a failure. Where the session ended while the act waited, the person goes to the
 * log-in page, which tells why.
 */
export function refused<Failure extends string>(
  failure: Failure,
  messages: Readonly<Record<Exclude<Failure, "session_ended">, string>>,
): FormState & { readonly status: "failed" } {
  if (failure === "session_ended") redirect("/login")
  return failed(messages[failure as Exclude<Failure, "session_ended">])
}
