import { form } from "./form"

/** Words of the part of the security page where the address is changed. */
export const email = {
  title: "Change your email",
  hint: (email: string) => `You log in with ${email}, and get our mails there.`,
  field: "New email",
  fieldHint: "We mail a link there. Nothing changes until it is used, within 30 minutes.",
  submit: "Change email",
  requested: "If that address can be used, a link to confirm it is on its way there.",
  throttled: "Too many mails were asked for. Wait a quarter of an hour, then try again.",
  failures: {
    invalid_email: form.email,
    same_email: "That is your email already.",
  },
  waiting: (email: string) => `${email} waits to be confirmed.`,
  until: "The link ends",
  cancel: "Cancel the change",
  cancelled: (count: number) =>
    count === 0 ? "Nothing was waiting any more." : "The change is cancelled.",
}
