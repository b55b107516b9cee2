import type { ZodError } from "zod"
import { words } from "@/lib/texts/words"
import { type FormState, failed } from "./form-state"

/** The answer to a form that did not parse: what is wrong first, at each field. */
export function invalid(error: ZodError): FormState {
  const fields = new Map<string, string>()
  for (const { path, message } of error.issues) {
    const field = String(path[0] ?? "")
    if (!fields.has(field)) fields.set(field, message)
  }
  return failed(words("form")("invalid"), Object.fromEntries(fields))
}
