import { redirect } from "next/navigation"
import { type FormState, failed } from "./form-state"

/** A sentence for each failure; `{}` for an act that fails in no way but by the end of its session. */
export type Sentences<Failure extends string> = [Exclude<Failure, "session_ended">] extends [never]
  ? Readonly<Record<string, never>>
  : (failure: Exclude<Failure, "session_ended">) => string

/**
 * What a form says of a failure. Where the session ended while the act waited, the person goes to the
 * log-in page, which tells why.
 */
export function refused<Failure extends string>(
  failure: Failure,
  sentences: Sentences<Failure>,
): FormState & { readonly status: "failed" } {
  if (failure === "session_ended" || typeof sentences !== "function") redirect("/login")
  return failed(sentences(failure as Exclude<Failure, "session_ended">))
}
