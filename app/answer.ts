import type { Result } from "log-out-everywhere"
import { refresh } from "next/cache"
import { done, type FormState } from "@/lib/forms/form-state"
import { refused, type Sentences } from "@/lib/forms/refused"

/** What a form says of an act: what went wrong, or what was done, on a page that is true again. */
export function answer<Value, Failure extends string>(
  result: Result<Value, Failure>,
  failures: Sentences<Failure>,
  say: (value: Value) => string,
): FormState {
  if (!result.ok) return refused(result.failure, failures)
  refresh()
  return done(say(result.value))
}
