import { form } from "./form"

/** Words of the part of the security page where the address is changed. */
export const email = {
  title: "Change your email",
  hint: "You log in with {email}, and we send emails there.",
  requested: "If that address is available, we've sent it a confirmation link.",
  failures: {
    invalid_email: form.email,
    same_email: "That's already your email.",
  },
  waiting: "Waiting for {email} to be confirmed.",
  until: "The link expires",
  cancel: "Cancel the change",
  cancelled: "{count, plural, =0 {There was no change to cancel.} other {Email change cancelled.}}",
} as const

export const emailForm = {
  field: "New email",
  fieldHint:
    "We'll send a confirmation link there. Your email won't change until you open it. The link expires in {lasts}.",
  submit: "Change email",
} as const
