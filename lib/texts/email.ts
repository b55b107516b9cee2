import { form } from "./form"

/** Words of the part of the security page where the address is changed. */
export const email = {
  title: "Change your email",
  hint: (email: string) => `You log in with ${email}, and we send emails there.`,
  field: "New email",
  fieldHint: (lasts: string) =>
    `We'll send a confirmation link there. Your email won't change until you open it. The link expires in ${lasts}.`,
  submit: "Change email",
  requested: "If that address is available, we've sent it a confirmation link.",
  throttled: "Too many requests. Try again in 15 minutes.",
  failures: {
    invalid_email: form.email,
    same_email: "That's already your email.",
  },
  waiting: (email: string) => `Waiting for ${email} to be confirmed.`,
  until: "The link expires",
  cancel: "Cancel the change",
  cancelled: (count: number) =>
    count === 0 ? "There was no change to cancel." : "Email change cancelled.",
}
