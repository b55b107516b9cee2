import type { Failure } from "@/lib/failure"

/** What a server action answers to its form. It never contains what was submitted. */
export type FormState =
  | { readonly status: "idle" }
  | { readonly status: "done"; readonly message: string }
  | {
      readonly status: "failed"
      readonly message: string
      readonly fields?: FieldErrors
      /** Set in the browser, where no answer of the action came. */
      readonly failure?: Failure
    }
  | {
      /** The act waits for proof; the form submits again, with the proof beside its own fields. */
      readonly status: "prove"
      readonly message: string
      /** Which of the forms that share this state asked: its field `act`, as it was sent. */
      readonly act: string | null
      /** Ids that were ticked: without JavaScript the page loads again and ticks them. */
      readonly chosen?: readonly string[]
      readonly hasPassword: boolean
      /** Providers through which a person without a password can prove who they are. */
      readonly providers: readonly { readonly id: string; readonly name: string }[]
    }

export type FieldErrors = Readonly<Record<string, string>>

export type FormAction = (state: FormState, form: FormData) => Promise<FormState>

export const idle: FormState = { status: "idle" }
export const done = (message: string): FormState => ({ status: "done", message })
export const failed = (message: string, fields: FieldErrors = {}) =>
  ({ status: "failed", message, fields }) as const satisfies FormState

/** What is wrong at which field; empty unless the form failed. */
export const errorsOf = (state: FormState): FieldErrors =>
  (state.status === "failed" && state.fields) || {}
