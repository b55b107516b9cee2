import type { ZodError } from "zod"
import { texts } from "@/lib/texts"
import { type FormState, failed } from "./form-state"

/** The answer to a form that did not parse: what is wrong, at each field. */
export function invalid(error: ZodError): FormState {
  const fields = error.issues.map(({ path, message }) => [String(path[0] ?? ""), message])
  return failed(texts.form.invalid, Object.fromEntries(fields.reverse()))
}
