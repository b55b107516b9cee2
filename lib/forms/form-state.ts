import type { Failure } from "@/lib/failure"

/** What a server action answers to its form. Of what was typed it holds no secret. */
export type FormState =
  | { readonly status: "idle" }
  | { readonly status: "done"; readonly message: string }
  | {
      readonly status: "failed"
      readonly message: string
      readonly fields?: FieldErrors
      /** Every action adds it (`app/act.ts`). */
      readonly typed?: Typed
      /** Set in the browser, where no answer of the action came. */
      readonly failure?: Failure
    }
  | ({
      /** The act waits for proof; the form submits again, with the proof beside its own fields. */
      readonly status: "prove"
      readonly typed?: Typed
    } & AskedProof)

/** By what a person can prove who they are. */
export interface AskedProof {
  /** Why the last try did not do. */
  readonly refusal?: string
  readonly hasPassword: boolean
  /** Providers through which a person without a password can prove who they are. */
  readonly providers: readonly { readonly id: string; readonly name: string }[]
}

/** What was typed and chosen in a form: of each field all its values, of a secret none. */
export type Typed = Readonly<Record<string, readonly string[]>>

export type FieldErrors = Readonly<Record<string, string>>

export type FormAction = (state: FormState, form: FormData) => Promise<FormState>

export const idle: FormState = { status: "idle" }
export const done = (message: string): FormState => ({ status: "done", message })
export const failed = (message: string, fields: FieldErrors = {}) =>
  ({ status: "failed", message, fields }) as const satisfies FormState

/** What every form reads of its state, whatever else the answer of its action may be. */
export interface FieldsState {
  readonly status: string
  readonly fields?: FieldErrors
  readonly typed?: Typed
}
