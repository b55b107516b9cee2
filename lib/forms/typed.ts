import { renderedForField } from "@/lib/rendered-for"
import type { FormState, Typed } from "./form-state"

/** The names of all fields that hold a secret: what is typed there is in no answer. */
export const secretFields = [
  "password",
  "currentPassword",
  "newPassword",
  "newPasswordAgain",
  "proof",
] as const

export type SecretField = (typeof secretFields)[number]

/**
 * The answer with what was typed, if the form is to be sent once more. By it a page that loads again, as
 * it does without JavaScript, fills its fields.
 */
export function withTyped<Answer>(answer: Answer | FormState, form: FormData): Answer | FormState {
  return isToBeSentAgain(answer) ? { ...answer, typed: typedIn(form) } : answer
}

type SentAgain = Extract<FormState, { readonly typed?: Typed }>

const isToBeSentAgain = (answer: unknown): answer is SentAgain =>
  typeof answer === "object" &&
  answer !== null &&
  "status" in answer &&
  (answer.status === "failed" || answer.status === "prove")

function typedIn(form: FormData): Typed {
  const names = new Set([...form.keys()].filter((name) => !isOurs(name)))
  const isText = (value: FormDataEntryValue) => typeof value === "string"
  return Object.fromEntries([...names].map((name) => [name, form.getAll(name).filter(isText)]))
}

/** React's own fields, and the mark of the page. */
const isOurs = (name: string) =>
  name.startsWith("$ACTION") ||
  name === renderedForField ||
  (secretFields as readonly string[]).includes(name)
