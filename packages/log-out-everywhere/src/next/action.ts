/** What a form said, or the answer to one that did not say it: as `ok` and `fail` make them, or with more beside. */
export type Parsed =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly [more: string]: unknown }

/** What React hands to an action: the form, or the state that the last answer has left and the form. */
export type Handed = readonly [form: FormData] | readonly [state: unknown, form: FormData]

/** A server action, for a form's `action` and for `useActionState`. */
export type Action<Answer> = (...handed: Handed) => Promise<Answer>

/** Throws if there is no form: any client can call an action with any arguments. */
export function readForm(handed: Handed): FormData {
  const form = handed.at(-1)
  if (form instanceof FormData) return form
  throw new Error("The action was called without a form.")
}
