import type { FormState } from "@/lib/forms/form-state"

/** What making a token answers to its form: once, and never again, the secret. */
export type MakeState =
  | FormState
  | {
      readonly status: "made"
      readonly message: string
      readonly tokenId: string
      readonly name: string
      readonly secret: string
    }
