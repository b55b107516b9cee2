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

/** Each name with all its values. Looked through once: a hostile form has many names. */
export function valuesIn(form: FormData): ReadonlyMap<string, readonly FormDataEntryValue[]> {
  const fields = new Map<string, FormDataEntryValue[]>()
  for (const [name, value] of form) {
    const values = fields.get(name)
    if (values) values.push(value)
    else fields.set(name, [value])
  }
  return fields
}

/** What is not secret of a form. */
export function typedIn(form: FormData): Typed {
  const typed = [...valuesIn(form)].filter(([name]) => isTyped(name))
  const isText = (value: FormDataEntryValue) => typeof value === "string"
  return Object.fromEntries(typed.map(([name, values]) => [name, values.filter(isText)]))
}

/** Fields of ours have plain names; React's own have not. */
const isTyped = (name: string) => /^[a-z]\w*$/i.test(name) && !isNeverSentBack.has(name)

const isNeverSentBack: ReadonlySet<string> = new Set([...secretFields, renderedForField])
